package org.shuqiao.search.concept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.concept.Nearness.Place;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.fact.Topic;
import org.springframework.stereotype.Component;

/** Compares what two texts are about. */
@Component
public class ConceptMatching {
    /** The topics compared: those that count most. */
    private static final int MOST = 16;

    private final LivingThesaurus thesaurus;

    ConceptMatching(LivingThesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    /**
     * A concept looked for.
     *
     * @param worth how much it counts: the weight in its text by how much the concept tells
     * @param places where something near it may be found
     */
    public record Wanted(String concept, double worth, List<Place> places) {
        /** How near the nearest of {@code offered} is, 0..1. */
        public double nearnessOf(Offered offered) {
            Place nearest = nearest(offered);
            return nearest == null ? 0 : nearest.nearness();
        }

        private @Nullable Place nearest(Offered offered) {
            Place nearest = null;
            for (Place place : places) {
                if ((nearest == null || place.nearness() > nearest.nearness()) && offered.has(place)) {
                    nearest = place;
                }
            }
            return nearest;
        }
    }

    /** The concepts of a counterpart, and all that are broader. */
    public record Offered(Map<String, String> own, Map<String, String> broader) {
        boolean has(Place place) {
            return (place.broaderThanOffered() ? broader : own).containsKey(place.concept());
        }

        private @Nullable String at(Place place) {
            return (place.broaderThanOffered() ? broader : own).get(place.concept());
        }
    }

    /** The concepts {@code facts} are about, what counts most first. */
    public List<Wanted> wanted(ListingFacts facts) {
        Nearness nearness = thesaurus.nearness();
        return facts.topics().stream()
                .map(topic -> new Wanted(
                        topic.concept(),
                        topic.weight() * nearness.telling(topic.concept()),
                        nearness.places(topic.concept())))
                .filter(wanted -> wanted.worth() > 0)
                .sorted(Comparator.comparingDouble(Wanted::worth).reversed().thenComparing(Wanted::concept))
                .limit(MOST)
                .toList();
    }

    public Offered offered(ListingFacts facts) {
        Nearness nearness = thesaurus.nearness();
        Map<String, String> own = new HashMap<>();
        Map<String, String> broader = new HashMap<>();
        for (Topic topic : facts.topics()) {
            own.put(topic.concept(), topic.concept());
            nearness.broaderThan(topic.concept()).forEach(above -> broader.putIfAbsent(above, topic.concept()));
        }
        return new Offered(own, broader);
    }

    /** What {@code offered} has of {@code wanted}. */
    public SharedConcepts shared(List<Wanted> wanted, Offered offered) {
        double all = 0;
        double covered = 0;
        List<SharedConcepts.Shared> shared = new ArrayList<>();
        for (Wanted one : wanted) {
            all += one.worth();
            Place nearest = one.nearest(offered);
            if (nearest != null) {
                covered += one.worth() * nearest.nearness();
                String found = offered.at(nearest);
                if (found != null) {
                    shared.add(new SharedConcepts.Shared(one.concept(), found, nearest.nearness()));
                }
            }
        }
        return new SharedConcepts(all == 0 ? 0 : covered / all, wanted.size(), shared);
    }
}
