package org.shuqiao.search.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Text;

/**
 * The texts of one offer or demand by field suffix ({@link LanguageFields}): titles, and titles with everything else.
 *
 * @param title suffix to titles
 * @param text suffix to titles and all other texts, in the order given
 * @param passages each text with its language; empty where the texts were read back from the index
 * @param writtenIn primary tag of the title's original, detected where it is not given; {@code und} where it cannot be told
 */
public record FieldTexts(
        Map<String, List<String>> title, Map<String, List<String>> text, List<Passage> passages, String writtenIn) {
    /**
     * One text.
     *
     * @param language primary tag; {@code und} where it cannot be told
     */
    public record Passage(String text, String language, boolean isTitle) {}

    /** The title and the other texts sorted into their fields. */
    public static FieldTexts of(LanguageDetection detection, Text title, Collection<? extends @Nullable Text> others) {
        Map<String, List<String>> titles = new LinkedHashMap<>();
        Map<String, List<String>> all = new LinkedHashMap<>();
        List<Passage> passages = new ArrayList<>();
        LanguageTag told = LanguageTag.UNDETERMINED;
        List<Text> texts = new ArrayList<>();
        texts.add(title);
        for (Text other : others) {
            if (other != null) {
                texts.add(other);
            }
        }
        if (texts.stream().anyMatch(text -> text.values().containsKey(LanguageTag.UNDETERMINED))) {
            told = detection.of(sample(texts));
        }
        for (Text text : texts) {
            for (var entry : text.values().entrySet()) {
                LanguageTag language = entry.getKey().isUndetermined() ? told : entry.getKey();
                String suffix = LanguageFields.suffix(language);
                String value = entry.getValue().value();
                passages.add(new Passage(value, language.primary(), text == title));
                all.computeIfAbsent(suffix, s -> new ArrayList<>()).add(value);
                if (text == title) {
                    titles.computeIfAbsent(suffix, s -> new ArrayList<>()).add(value);
                }
            }
        }
        LanguageTag original = title.original().isUndetermined() ? told : title.original();
        return new FieldTexts(titles, all, passages, original.primary());
    }

    /** The same with other passages. */
    public FieldTexts withPassages(List<Passage> others) {
        return new FieldTexts(title, text, others, writtenIn);
    }

    /** Primary tags of the languages the texts are in, as far as they are known. */
    public List<String> languages() {
        return passages.stream()
                .map(Passage::language)
                .filter(language -> !language.equals(LanguageTag.UNDETERMINED.primary()))
                .distinct()
                .toList();
    }

    /** Every text once, in all languages. */
    public List<String> any() {
        return text.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** All texts without a language together: a title alone is often too short, or a name, to tell. */
    private static String sample(List<Text> texts) {
        StringBuilder sample = new StringBuilder();
        for (int i = texts.size() - 1; i >= 0; i--) {
            var value = texts.get(i).values().get(LanguageTag.UNDETERMINED);
            if (value != null) {
                sample.append(value.value()).append('\n');
            }
        }
        return sample.toString();
    }
}
