package org.shuqiao.understanding;

import java.util.List;
import java.util.Map;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Label;
import org.shuqiao.thesaurus.Recognizer;
import org.shuqiao.thesaurus.Thesaurus;

/** What was understood, in a form that is easily compared. */
final class Read {
    private static final Thesaurus SMALL = Thesaurus.of(List.of(concept("ERP"), concept("CRM"), concept("CDN")));

    private static final Recognizer RECOGNIZER = new Recognizer(SMALL);

    static final UnderstandingText UNDERSTANDING = new UnderstandingText(() -> RECOGNIZER);

    private Read() {}

    /** {@code CRM essential, ERP stated}: concepts by their words, with their needs. */
    static List<String> needs(String text, String language) {
        return UNDERSTANDING.understand(text, language).concepts().stream()
                .map(mention -> mention.concept() + " " + lower(mention.need()))
                .toList();
    }

    /** {@code 5..10 EUR/USD}, a bound that is not there as nothing. */
    static List<String> amounts(String text, String language) {
        return UNDERSTANDING.understand(text, language).amounts().stream()
                .map(amount -> range(amount.min(), amount.max()) + " " + String.join("/", amount.currencies()))
                .toList();
    }

    static List<String> quantities(String text, String language) {
        return UNDERSTANDING.understand(text, language).quantities().stream()
                .map(quantity -> range(quantity.min(), quantity.max()) + " " + quantity.unit())
                .toList();
    }

    static List<String> periods(String text, String language) {
        return UNDERSTANDING.understand(text, language).periods().stream()
                .map(period -> range(period.min(), period.max()))
                .toList();
    }

    static List<String> dates(String text, String language) {
        return UNDERSTANDING.understand(text, language).dates().stream()
                .map(date -> range(date.first(), date.last()))
                .toList();
    }

    static List<String> standards(String text, String language) {
        return UNDERSTANDING.understand(text, language).standards().stream()
                .map(standard ->
                        standard.edition() == null ? standard.name() : standard.name() + ":" + standard.edition())
                .toList();
    }

    static List<String> places(String text, String language) {
        return UNDERSTANDING.understand(text, language).places().stream()
                .map(place -> place.country() + " " + lower(place.kind()))
                .toList();
    }

    static List<String> languages(String text, String language) {
        return UNDERSTANDING.understand(text, language).languages().stream()
                .map(mention -> mention.language())
                .toList();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String range(Object min, Object max) {
        if (min != null && min.equals(max)) {
            return min.toString();
        }
        return (min == null ? "" : min) + ".." + (max == null ? "" : max);
    }

    private static Concept concept(String label) {
        return new Concept(
                label, "test", List.of(), List.of(), List.of(), Map.of("en", List.of(new Label(label, null))));
    }
}
