package org.shuqiao.search.concept;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuqiao.search.fact.Topic;
import org.shuqiao.search.text.FieldTexts;
import org.shuqiao.search.text.LanguageFields;
import org.shuqiao.thesaurus.Mention;
import org.shuqiao.thesaurus.Recognizer;
import org.springframework.stereotype.Component;

/** The topics of an offer or a demand: the concepts its texts mention. */
@Component
public class TopicRecognition {
    /** More than these are no topics but a list of everything. */
    static final int MOST = 40;

    /** A mention in the title, which also stands in the text, counts as this many. */
    private static final int IN_TITLE = 2;

    private final LivingThesaurus thesaurus;

    TopicRecognition(LivingThesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    /**
     * The topics, those with the greatest weight first, at most {@value #MOST}. The weight grows with the logarithm of the
     * mentions; of texts in several languages the one with most mentions of a concept counts.
     */
    public List<Topic> of(FieldTexts texts) {
        Map<String, Double> mentions = new HashMap<>();
        texts.text().forEach((suffix, all) -> {
            Map<String, Double> inLanguage = new HashMap<>();
            count(all, suffix, 1, inLanguage);
            count(texts.title().getOrDefault(suffix, List.of()), suffix, IN_TITLE - 1, inLanguage);
            inLanguage.forEach((concept, count) -> mentions.merge(concept, count, Math::max));
        });
        return mentions.entrySet().stream()
                .map(mention -> new Topic(mention.getKey(), rounded(1 + Math.log(Math.max(1, mention.getValue())))))
                .sorted(Comparator.comparingDouble(Topic::weight).reversed().thenComparing(Topic::concept))
                .limit(MOST)
                .toList();
    }

    private void count(List<String> texts, String suffix, int times, Map<String, Double> mentions) {
        // Kazakh is the one language of the thesaurus that shares its field with others
        String language = suffix.equals(LanguageFields.OTHER) ? "kk" : suffix;
        Recognizer recognizer = thesaurus.recognizer();
        for (String text : texts) {
            for (Mention mention : recognizer.recognize(text, language)) {
                mentions.merge(mention.concept(), times * mention.certainty(), Double::sum);
            }
        }
    }

    private static double rounded(double weight) {
        return Math.round(weight * 100) / 100.0;
    }
}
