package org.shuqiao.search.said;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.concept.ReadPassage;
import org.shuqiao.search.fact.SaidInText;
import org.shuqiao.understanding.ConceptMention;
import org.shuqiao.understanding.need.Need;
import org.shuqiao.understanding.place.LanguageMention;
import org.shuqiao.understanding.standard.StandardMention;
import org.springframework.stereotype.Component;

/** What the texts of an offer say of it. */
@Component
public class ReadingOffer {
    /** The concepts kept: those named most often. */
    static final int MOST = 32;

    private static final int MOST_STANDARDS = 16;
    private static final int MOST_LANGUAGES = 16;

    /** A mention in the title counts as this many. */
    private static final int IN_TITLE = 2;

    private final LivingThesaurus living;

    ReadingOffer(LivingThesaurus living) {
        this.living = living;
    }

    /** @param passages of all languages; of a concept the language counts that names it most often */
    public SaidInText read(List<ReadPassage> passages) {
        return new SaidInText(
                living.interpreter().vector(concepts(passages), MOST), standards(passages), languages(passages));
    }

    private static Map<String, Double> concepts(List<ReadPassage> passages) {
        Map<String, Map<String, Double>> byLanguage = new HashMap<>();
        for (ReadPassage read : passages) {
            Map<String, Double> mentions =
                    byLanguage.computeIfAbsent(read.understood().language(), l -> new HashMap<>());
            for (ConceptMention mention : read.understood().concepts()) {
                if (mention.need() != Need.EXCLUDED) {
                    double times = read.passage().isTitle() ? IN_TITLE : 1;
                    mentions.merge(mention.concept(), times * mention.certainty(), Double::sum);
                }
            }
        }
        Map<String, Double> most = new HashMap<>();
        byLanguage.values().forEach(mentions -> mentions.forEach((concept, n) -> most.merge(concept, n, Math::max)));
        return most;
    }

    private static List<String> standards(List<ReadPassage> passages) {
        Map<String, String> standards = new LinkedHashMap<>();
        for (ReadPassage read : passages) {
            for (StandardMention mention : read.understood().standards()) {
                if (mention.held()) {
                    standards.putIfAbsent(mention.normalized(), mention.name());
                }
            }
        }
        return standards.values().stream().limit(MOST_STANDARDS).toList();
    }

    private static List<String> languages(List<ReadPassage> passages) {
        Set<String> languages = new LinkedHashSet<>();
        for (ReadPassage read : passages) {
            for (LanguageMention mention : read.understood().languages()) {
                if (mention.need() != Need.EXCLUDED) {
                    languages.add(LanguageTag.primary(mention.language()));
                }
            }
        }
        return languages.stream().limit(MOST_LANGUAGES).toList();
    }
}
