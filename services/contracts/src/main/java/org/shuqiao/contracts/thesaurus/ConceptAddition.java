package org.shuqiao.contracts.thesaurus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;

/**
 * What is added to the thesaurus beside its files: a new concept, or more labels and related concepts for one there is, or
 * that some words do not mean it after all. What a label, an id and a code must be is for the thesaurus to say.
 *
 * @param concept the id of the concept
 * @param broader ids of the next broader concepts; of a new concept only
 * @param related ids of concepts that are neither broader nor narrower
 * @param mappings to classes of other schemes; of a new concept only
 * @param labels by language, {@code text} or {@code text (qualifier)}; of a new concept the preferred one first
 * @param denied words that do not mean the concept in texts of a language; null where nothing is denied
 */
public record ConceptAddition(
        Kind kind,
        String concept,
        List<String> broader,
        List<String> related,
        List<ConceptMapping> mappings,
        Map<LanguageTag, List<String>> labels,
        @Nullable Map<LanguageTag, List<String>> denied) {
    private static final int MOST_LANGUAGES = 40;
    private static final int LONGEST = 200;

    /** What is added. */
    public enum Kind {
        /** A whole new concept. */
        concept,
        /** More for a concept there is. */
        extension
    }

    public ConceptAddition {
        Expect.present("kind", kind, "concept or extension");
        concept = Expect.line("concept", concept, LONGEST);
        broader = ids("broader", broader);
        related = ids("related", related);
        mappings = Expect.list("mappings", mappings);
        labels = byLanguage("labels", labels);
        denied = denied == null || denied.isEmpty() ? null : byLanguage("denied", denied);
        if (kind == Kind.concept && denied != null) {
            throw new InvalidValue("denied", "nothing: what a new concept is not called need not be said", null);
        }
        if (kind == Kind.extension) {
            if (!broader.isEmpty()) {
                throw new InvalidValue(
                        "broader", "nothing: a concept that is there keeps its place", broader.getFirst());
            }
            if (!mappings.isEmpty()) {
                throw new InvalidValue("mappings", "nothing: a concept that is there keeps its mappings", null);
            }
            if (labels.isEmpty() && related.isEmpty() && denied == null) {
                throw new InvalidValue("labels", "labels or related concepts to add, or words to deny", null);
            }
        }
    }

    /** One that denies nothing. */
    public ConceptAddition(
            Kind kind,
            String concept,
            List<String> broader,
            List<String> related,
            List<ConceptMapping> mappings,
            Map<LanguageTag, List<String>> labels) {
        this(kind, concept, broader, related, mappings, labels, null);
    }

    /** A label more for a concept there is. */
    public static ConceptAddition label(String concept, LanguageTag language, String label) {
        return new ConceptAddition(
                Kind.extension, concept, List.of(), List.of(), List.of(), Map.of(language, List.of(label)));
    }

    /** That some words do not mean a concept. */
    public static ConceptAddition denial(String concept, LanguageTag language, String words) {
        return new ConceptAddition(
                Kind.extension, concept, List.of(), List.of(), List.of(), Map.of(), Map.of(language, List.of(words)));
    }

    /** {@link #denied}, empty where nothing is. */
    public Map<LanguageTag, List<String>> deniedWords() {
        return denied == null ? Map.of() : denied;
    }

    private static List<String> ids(String field, @Nullable List<String> ids) {
        List<String> list = Expect.list(field, ids);
        for (int i = 0; i < list.size(); i++) {
            Expect.line(field + "[" + i + "]", list.get(i), LONGEST);
        }
        return list;
    }

    private static Map<LanguageTag, List<String>> byLanguage(
            String name, @Nullable Map<LanguageTag, List<String>> labels) {
        if (labels == null) {
            return Map.of();
        }
        if (labels.size() > MOST_LANGUAGES) {
            throw new InvalidValue(name, "at most " + MOST_LANGUAGES + " languages", labels.size() + " languages");
        }
        Map<LanguageTag, List<String>> checked = new LinkedHashMap<>();
        labels.forEach((language, texts) -> {
            String field = name + "." + language;
            List<String> list = Expect.list(field, texts);
            if (list.isEmpty()) {
                throw new InvalidValue(field, "at least one", null);
            }
            for (int i = 0; i < list.size(); i++) {
                String at = field + "[" + i + "]";
                String text = list.get(i);
                if (!Expect.line(at, text, LONGEST).equals(text)) {
                    throw new InvalidValue(at, "no blanks around", text);
                }
            }
            checked.put(language, list);
        });
        return Collections.unmodifiableMap(checked);
    }
}
