package org.shuqiao.search.match;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.IndexGeneration;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Names;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which of some demands one offer fits, each with the score the offer has in the short list of that demand. The offer finds
 * the demands that come into question, by one query; each of these then judges the offer.
 */
@Component
public class FittingDemands {
    /** The score from the offer's side may be as much lower: other words count as much there. */
    private static final double TOLERANCE = 0.2;

    private static final int JUDGED_AT_ONCE = 4;

    private final Recommending recommending;
    private final IndexGeneration generation;
    private final ElasticIndices indices;
    private final Names names;

    FittingDemands(Recommending recommending, IndexGeneration generation, ElasticIndices indices, Names names) {
        this.recommending = recommending;
        this.generation = generation;
        this.indices = indices;
        this.names = names;
    }

    /** The buyer behind a demand, which searches find from then on; empty when it is unknown or not published. */
    public Mono<UUID> buyerOf(UUID demand) {
        return recommending
                .subject(Kind.DEMANDS, demand)
                .flatMap(subject -> indices.refresh(names.living(), Kind.DEMANDS)
                        .thenReturn(UUID.fromString(subject.facts().organization())));
    }

    /**
     * The scores of an offer for those of the demands that it fits well enough and no must-have of which excludes it.
     *
     * @param least the least score by demand
     */
    public Mono<Map<UUID, Double>> of(UUID offer, Map<UUID, Double> least) {
        if (least.isEmpty()) {
            return Mono.just(Map.of());
        }
        return recommending
                .subject(Kind.OFFERS, offer)
                .flatMap(subject -> generation
                        .current()
                        .flatMap(now -> recommending
                                .scores(subject, strings(least.keySet()), now)
                                .map(scores -> likely(scores, least))
                                .flatMap(likely -> judged(offer, likely, least, now))))
                .defaultIfEmpty(Map.of());
    }

    private static Set<UUID> likely(Map<String, Double> scores, Map<UUID, Double> least) {
        return scores.entrySet().stream()
                .filter(score ->
                        score.getValue() + TOLERANCE >= least.getOrDefault(UUID.fromString(score.getKey()), 1.0))
                .map(score -> UUID.fromString(score.getKey()))
                .collect(Collectors.toSet());
    }

    private Mono<Map<UUID, Double>> judged(UUID offer, Set<UUID> demands, Map<UUID, Double> least, String now) {
        if (demands.isEmpty()) {
            return Mono.just(Map.of());
        }
        return indices.refresh(names.living(), Kind.OFFERS)
                .thenMany(Flux.fromIterable(demands))
                .flatMap(demand -> score(demand, offer, now).map(score -> Map.entry(demand, score)), JUDGED_AT_ONCE)
                .filter(score -> score.getValue() >= least.getOrDefault(score.getKey(), 1.0))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Double> score(UUID demand, UUID offer, String now) {
        return recommending
                .subject(Kind.DEMANDS, demand)
                .flatMap(subject -> recommending.scores(subject, List.of(offer.toString()), now))
                .flatMap(scores -> Mono.justOrEmpty(scores.get(offer.toString())));
    }

    private static List<String> strings(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
