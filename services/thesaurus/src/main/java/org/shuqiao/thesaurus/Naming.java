package org.shuqiao.thesaurus;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Whether words name a concept, compared as a {@link Recognizer} compares them: without case and endings. */
public enum Naming {
    /** By its preferred label. */
    PREFERRED,
    /** By another of its labels, or by an English one in another language. */
    ALTERNATIVE,
    /** Not at all. */
    NONE;

    private static final String ENGLISH = "en";
    private static final Map<String, Words> WORDS = new ConcurrentHashMap<>();

    /** How {@code words} name {@code concept} in texts of {@code language}, a primary tag. */
    public static Naming of(Concept concept, String language, String words) {
        String form = form(language, words);
        List<Label> labels = concept.labels().getOrDefault(language, List.of());
        for (int i = 0; i < labels.size(); i++) {
            if (form(language, labels.get(i).text()).equals(form)) {
                return i == 0 ? PREFERRED : ALTERNATIVE;
            }
        }
        return !language.equals(ENGLISH) && isEnglish(concept, language, words) ? ALTERNATIVE : NONE;
    }

    private static boolean isEnglish(Concept concept, String language, String words) {
        String form = form(ENGLISH, words);
        boolean denied = concept.denied().getOrDefault(language, List.of()).stream()
                .anyMatch(other -> form(ENGLISH, other).equals(form));
        return !denied
                && concept.labels().getOrDefault(ENGLISH, List.of()).stream()
                        .map(label -> LabelTree.Meaning.of(
                                concept.id(),
                                label.text(),
                                forms(ENGLISH, label.text()).size()))
                        .anyMatch(meaning -> meaning.isClearAmong(language)
                                && form(ENGLISH, meaning.label()).equals(form));
    }

    /**
     * What of {@code words} is compared, the same for those that differ but in case or endings; empty where there is no word
     * to look for.
     */
    public static String form(String language, String words) {
        return forms(language, words).stream().map(Word::form).collect(Collectors.joining(" "));
    }

    private static List<Word> forms(String language, String words) {
        return words(language).ofLabel(words);
    }

    /** The words of a language, made once for one that has labels; safe for use by many threads. */
    static Words words(String language) {
        return Thesaurus.LANGUAGES.contains(language) ? WORDS.computeIfAbsent(language, Words::in) : Words.in(language);
    }
}
