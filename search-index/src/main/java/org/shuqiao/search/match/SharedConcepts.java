package org.shuqiao.search.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.ReasonView.SharedConceptView;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.concept.ReadingPassages;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.stereotype.Component;

/** The concepts two texts share, as people of both sides and the reader call them, with the words of both that say so. */
@Component
class SharedConcepts {
    private static final int MOST = 6;

    /** A concept that brings less than this share of the nearness explains nothing. */
    private static final double LEAST = 0.03;

    private final LivingThesaurus living;
    private final ToldWords told;
    private final ReadingPassages reading;

    SharedConcepts(LivingThesaurus living, ToldWords told, ReadingPassages reading) {
        this.living = living;
        this.told = told;
        this.reading = reading;
    }

    /** The texts of an offer or a demand, ready to be asked. */
    TellingTexts texts(Map<String, List<String>> texts, ListingFacts facts, Reader reader) {
        boolean excludes =
                facts instanceof DemandFacts demand && demand.asked().excluded().size() > 0;
        return new TellingTexts(
                living.interpreter(),
                told,
                excludes ? this::wanted : UnaryOperator.identity(),
                texts,
                facts,
                reader.language());
    }

    private Passage wanted(Passage passage) {
        return new Passage(
                reading.withoutExcluded(passage.text(), passage.language()), passage.language(), passage.weight());
    }

    /**
     * What brings most comes first; of a concept and a broader one only that which brings more, and of those called the same
     * only the first.
     */
    List<SharedConceptView> of(Pair pair, TellingTexts demand, TellingTexts offer, Reader reader) {
        Thesaurus thesaurus = living.thesaurus();
        List<SharedConceptView> views = new ArrayList<>();
        Set<String> told = new HashSet<>();
        Set<String> called = new HashSet<>();
        for (Shared one : shared(pair.demand().about(), pair.offer().about())) {
            if (one.product() < LEAST * pair.nearness() || views.size() == MOST) {
                break;
            }
            Set<String> above = thesaurus.broader(one.concept()).keySet();
            boolean isNew = told.stream()
                    .noneMatch(other ->
                            above.contains(other) || thesaurus.broader(other).containsKey(one.concept()));
            String asked = label(one.concept(), pair.demand().writtenIn());
            String offered = label(one.concept(), pair.offer().writtenIn());
            if (isNew && called.add(asked + " – " + offered)) {
                told.add(one.concept());
                views.add(new SharedConceptView(
                        one.concept(),
                        label(one.concept(), reader.language()),
                        asked,
                        offered,
                        demand.wordsOf(one.concept()),
                        offer.wordsOf(one.concept())));
            }
        }
        return views;
    }

    /** {@code asked – offered}, each in the language its text is written in; once where both are the same. */
    static List<String> labels(List<SharedConceptView> concepts) {
        return concepts.stream()
                .map(one -> one.asked().equals(one.offered()) ? one.asked() : one.asked() + " – " + one.offered())
                .toList();
    }

    private record Shared(String concept, double product) {}

    private List<Shared> shared(ConceptVector asked, ConceptVector offered) {
        SemanticInterpreter interpreter = living.interpreter();
        ConceptVector.Compared weights = asked.compared();
        List<Shared> shared = new ArrayList<>();
        for (int i = 0; i < offered.size(); i++) {
            int number = offered.number(i);
            double weight = interpreter.tells(number) ? weights.weight(number) : 0;
            String concept = weight > 0 ? interpreter.id(number) : null;
            if (concept != null) {
                shared.add(new Shared(concept, weight * offered.weight(i)));
            }
        }
        shared.sort(Comparator.comparingDouble(Shared::product).reversed().thenComparing(Shared::concept));
        return shared;
    }

    private String label(String concept, @Nullable String language) {
        return living.thesaurus()
                .concept(concept)
                .map(found -> found.preferred(Objects.requireNonNullElse(language, "en"))
                        .text())
                .orElse(concept);
    }
}
