package org.shuqiao.search.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.ReasonView.WordsView;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.text.LanguageFields;
import org.shuqiao.thesaurus.Evidence;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;

/**
 * The texts of one offer or demand, asked for the words that say what it is about: in the reader's language where the text
 * is in it, else in the original, else in any other. What was read is kept, since several concepts are asked for.
 */
final class TellingTexts {
    /** As many places in a text explain a concept. */
    private static final int MOST = 2;

    private static final String UNWANTED = "unwanted ";

    private final SemanticInterpreter interpreter;
    private final UnaryOperator<Passage> wanted;
    private final List<List<Passage>> byLanguage = new ArrayList<>();
    private final List<@Nullable Evidence> read = new ArrayList<>();

    private final ToldWords.Memory told;

    /**
     * @param texts by field suffix ({@link LanguageFields})
     * @param reader primary tag
     * @param wanted a passage with blanks in the place of what it excludes
     */
    TellingTexts(
            SemanticInterpreter interpreter,
            ToldWords told,
            UnaryOperator<Passage> wanted,
            Map<String, List<String>> texts,
            ListingFacts facts,
            String reader) {
        this.interpreter = interpreter;
        this.wanted = wanted;
        Map<String, List<Passage>> all = new LinkedHashMap<>();
        texts.forEach((suffix, some) -> {
            String language = language(suffix, facts);
            List<Passage> passages = all.computeIfAbsent(language, l -> new ArrayList<>());
            some.stream().distinct().forEach(text -> passages.add(new Passage(text, language, 1)));
        });
        List<String> order = new ArrayList<>();
        order.add(reader);
        order.add(Objects.requireNonNullElse(facts.writtenIn(), reader));
        order.addAll(all.keySet());
        order.stream().distinct().forEach(language -> {
            List<Passage> passages = all.get(language);
            if (passages != null) {
                byLanguage.add(passages);
                read.add(null);
            }
        });
        this.told = told.of(interpreter, byLanguage);
    }

    /** The words that brought {@code concept} most, with what stands around them; none where nothing in the text did. */
    List<WordsView> wordsOf(String concept) {
        return told.of(concept, this::found);
    }

    /** The same for a concept that the text excludes. */
    List<WordsView> unwantedWordsOf(String concept) {
        return told.of(UNWANTED + concept, key -> found(concept, this::whole));
    }

    private List<WordsView> found(String concept) {
        return found(concept, this::evidence);
    }

    private List<WordsView> found(String concept, IntFunction<Evidence> evidence) {
        for (int i = 0; i < byLanguage.size(); i++) {
            List<Passage> passages = byLanguage.get(i);
            List<Evidence.Words> words = evidence.apply(i).of(concept, MOST);
            if (!words.isEmpty()) {
                return words.stream().map(one -> excerpt(passages, one)).toList();
            }
        }
        return List.of();
    }

    private Evidence evidence(int i) {
        Evidence evidence = read.get(i);
        if (evidence == null) {
            evidence =
                    interpreter.evidence(byLanguage.get(i).stream().map(wanted).toList());
            read.set(i, evidence);
        }
        return evidence;
    }

    private Evidence whole(int i) {
        return interpreter.evidence(byLanguage.get(i));
    }

    private static WordsView excerpt(List<Passage> passages, Evidence.Words words) {
        Passage passage = passages.get(words.passage());
        Excerpt excerpt = Excerpt.aroundWhole(passage.text(), words.from(), words.to());
        return new WordsView(excerpt.text(), excerpt.from(), excerpt.to(), passage.language());
    }

    /** The field of the languages without one of their own does not say which it is; the facts do. */
    private static String language(String suffix, ListingFacts facts) {
        if (!suffix.equals(LanguageFields.OTHER)) {
            return suffix;
        }
        return facts.readIn().stream()
                .filter(language ->
                        LanguageFields.suffix(new LanguageTag(language)).equals(LanguageFields.OTHER))
                .findFirst()
                .orElse(LanguageTag.UNDETERMINED.primary());
    }
}
