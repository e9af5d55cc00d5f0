package org.shuqiao.search.concept;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuqiao.understanding.ConceptMention;
import org.shuqiao.understanding.need.Need;
import org.springframework.stereotype.Component;

/** The concepts the texts of an offer or a demand mention by their labels. */
@Component
public class TopicRecognition {
    /** More than these are no topics but a list of everything. */
    static final int MOST = 40;

    /** A mention in the title counts as this many. */
    private static final int IN_TITLE = 2;

    /**
     * The ids of the concepts mentioned, most often mentioned first, at most {@value #MOST}; of texts in several languages the
     * one with most mentions of a concept counts. What a passage excludes is no topic of it.
     */
    public List<String> of(List<ReadPassage> passages) {
        Map<String, Map<String, Double>> byLanguage = new HashMap<>();
        for (ReadPassage read : passages) {
            String language = language(read.passage().language());
            Map<String, Double> mentions = byLanguage.computeIfAbsent(language, l -> new HashMap<>());
            for (ConceptMention mention : read.understood().concepts()) {
                if (mention.need() != Need.EXCLUDED) {
                    double times = read.passage().isTitle() ? IN_TITLE : 1;
                    mentions.merge(mention.concept(), times * mention.certainty(), Double::sum);
                }
            }
        }
        Map<String, Double> most = new HashMap<>();
        byLanguage.values().forEach(mentions -> mentions.forEach((concept, n) -> most.merge(concept, n, Math::max)));
        return most.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The language of the thesaurus for a primary tag: variants of Chinese and Norwegian are read as one. */
    static String language(String primary) {
        return switch (primary) {
            case "nb", "nn" -> "no";
            case "cmn", "yue", "wuu" -> "zh";
            default -> primary;
        };
    }
}
