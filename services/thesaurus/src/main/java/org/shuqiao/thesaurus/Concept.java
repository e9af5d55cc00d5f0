package org.shuqiao.thesaurus;

import java.util.List;
import java.util.Map;

/**
 * A concept of the thesaurus (SKOS, W3C Recommendation 18 August 2009).
 *
 * @param id lower case with hyphens, made from the first English label; never changed once published
 * @param branch the file it stands in
 * @param broader ids of the next broader concepts; none for the top of a branch
 * @param related ids of concepts that are neither broader nor narrower
 * @param definitions one sentence each by primary language tag, in other words than the labels where possible
 * @param labels by primary language tag, the preferred one first; never empty for a language that is there
 * @param denied words by primary language tag that do not mean it in texts of that language, though they may elsewhere
 */
public record Concept(
        String id,
        String branch,
        List<String> broader,
        List<String> related,
        List<Mapping> mappings,
        Map<String, String> definitions,
        Map<String, List<Label>> labels,
        Map<String, List<String>> denied) {
    /** One of which nothing is denied. */
    public Concept(
            String id,
            String branch,
            List<String> broader,
            List<String> related,
            List<Mapping> mappings,
            Map<String, String> definitions,
            Map<String, List<Label>> labels) {
        this(id, branch, broader, related, mappings, definitions, labels, Map.of());
    }

    /** One that is not defined. */
    public Concept(
            String id,
            String branch,
            List<String> broader,
            List<String> related,
            List<Mapping> mappings,
            Map<String, List<Label>> labels) {
        this(id, branch, broader, related, mappings, Map.of(), labels);
    }

    public Concept {
        broader = List.copyOf(broader);
        related = List.copyOf(related);
        mappings = List.copyOf(mappings);
        definitions = Map.copyOf(definitions);
        labels = Map.copyOf(labels);
        denied = Map.copyOf(denied);
    }

    /** The preferred label in {@code language}, else in English. */
    public Label preferred(String language) {
        List<Label> own = labels.getOrDefault(language, labels.getOrDefault("en", List.of()));
        return own.isEmpty() ? new Label(id, null) : own.getFirst();
    }
}
