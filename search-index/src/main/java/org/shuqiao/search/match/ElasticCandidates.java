package org.shuqiao.search.match;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ScoreMode;
import co.elastic.clients.json.JsonData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.index.ElasticErrors;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.ListingDocument;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.index.Shown;
import org.shuqiao.search.index.Target;
import org.shuqiao.search.text.FieldTexts;
import org.shuqiao.search.vector.DenseVector;
import org.shuqiao.search.vector.Vectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.elasticsearch.client.elc.ReactiveElasticsearchClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Subjects and their candidates in Elasticsearch. */
@Component
class ElasticCandidates {
    private static final Logger LOG = LoggerFactory.getLogger(ElasticCandidates.class);
    private static final double NO_WORD = 1e-4;

    private final ReactiveElasticsearchClient elastic;
    private final MatchSettings settings;
    private final ElasticSizes sizes;
    private final KnownFacts known;
    private final Vectors vectors;
    private final Target living;

    ElasticCandidates(
            ReactiveElasticsearchClient elastic,
            ElasticSizes sizes,
            KnownFacts known,
            Vectors vectors,
            MatchSettings settings,
            Names names) {
        this.elastic = elastic;
        this.sizes = sizes;
        this.known = known;
        this.vectors = vectors;
        this.settings = settings;
        this.living = names.living();
    }

    /** The subject as last written; empty when it is unknown or not published. */
    Mono<Subject> subject(Kind kind, String id) {
        Mono<Subject> subject = Mono.defer(() -> elastic.get(
                        g -> g.index(living.name(kind))
                                .id(id)
                                .sourceIncludes(
                                        "version", "status", "tie", "title", "text", "writtenIn", "facts", "shown"),
                        ListingDocument.class))
                .timeout(settings.timeout())
                .flatMap(response -> Mono.justOrEmpty(subject(kind, id, response.source())));
        return ElasticErrors.outages(subject);
    }

    /**
     * Counterparts by words, facts and, where there are some, vectors, best first, scored by their words; filled up to
     * {@code least} by others.
     */
    Mono<List<Candidate>> candidates(Subject subject, ElasticSubjectQuery query, int least) {
        Mono<List<Candidate>> ranked = search(ranked(subject, query.query()))
                .map(hits ->
                        hits.stream().map(hit -> candidate(subject, query, hit)).toList());
        Mono<List<Candidate>> found = nearest(subject, query)
                .map(near -> ranked.zipWith(near, this::fused))
                .orElse(ranked);
        Mono<List<Candidate>> filled = found.flatMap(candidates -> candidates.size() >= least
                ? Mono.just(candidates)
                : search(others(subject, query))
                        .map(hits -> union(
                                candidates,
                                hits.stream().map(hit -> other(subject, hit)).toList())));
        return ElasticErrors.outages(filled);
    }

    /** Those of {@code ids} that {@link #candidates} could bring, best first, whatever others there are. */
    Mono<List<Candidate>> among(Subject subject, ElasticSubjectQuery query, Collection<String> ids) {
        Query those =
                Query.of(q -> q.bool(b -> b.must(query.query()).filter(f -> f.ids(i -> i.values(List.copyOf(ids))))));
        Mono<List<Candidate>> found = search(ranked(subject, those))
                .map(hits ->
                        hits.stream().map(hit -> candidate(subject, query, hit)).toList());
        return ElasticErrors.outages(found);
    }

    /** Counterparts by their vectors, nearest first; none when they cannot be had now. */
    private Optional<Mono<List<Candidate>>> nearest(Subject subject, ElasticSubjectQuery query) {
        DenseVector vector = subject.facts().vector();
        if (vector == null) {
            return Optional.empty();
        }
        int most = settings.candidates();
        return vectors.edition()
                .map(edition -> search(scoredByWords(subject, query, query.nearest(edition.path(), vector, most), most))
                        .map(hits -> nearestFirst(vector, hits.stream().map(hit -> other(subject, hit))))
                        .onErrorResume(e -> {
                            LOG.debug("No candidates by vectors: {}", e.toString());
                            return Mono.just(List.of());
                        }));
    }

    private static List<Candidate> nearestFirst(DenseVector vector, Stream<Candidate> candidates) {
        record Near(Candidate candidate, double nearness) {}
        return candidates
                .map(candidate -> {
                    DenseVector other = candidate.facts().vector();
                    return new Near(
                            candidate,
                            other == null ? 0 : vector.nearness(other).orElse(0));
                })
                .sorted(Comparator.comparingDouble(Near::nearness).reversed())
                .map(Near::candidate)
                .toList();
    }

    private List<Candidate> fused(List<Candidate> ranked, List<Candidate> near) {
        return ReciprocalRanks.fused(
                List.of(ranked, near), candidate -> candidate.facts().id(), settings.candidates());
    }

    /** How many there are on the other side, closed ones included. */
    Mono<Long> size(Subject subject, String generation) {
        return ElasticErrors.outages(sizes.of(subject.counterpart(), generation));
    }

    private Optional<Subject> subject(Kind kind, String id, @Nullable ListingDocument source) {
        if (source == null || source.status() != ListingStatus.published) {
            return Optional.empty();
        }
        String facts = source.facts();
        Shown shown = source.shown();
        if (facts == null || shown == null) {
            return Optional.empty();
        }
        Subject subject = new Subject(
                kind,
                id,
                source.version(),
                known.of(kind, facts),
                new FieldTexts(
                        Objects.requireNonNullElse(source.title(), Map.of()),
                        Objects.requireNonNullElse(source.text(), Map.of()),
                        List.of(),
                        Objects.requireNonNullElse(source.writtenIn(), LanguageTag.UNDETERMINED.primary())),
                shown);
        return Optional.of(subject);
    }

    private SearchRequest ranked(Subject subject, Query query) {
        return lean(subject, query)
                .size(settings.candidates())
                .sort(s -> s.score(o -> o.order(SortOrder.Desc)))
                .sort(s -> s.field(f -> f.field("tie").order(SortOrder.Asc)))
                .build();
    }

    /** Any, scored by the words they may yet have. */
    private SearchRequest others(Subject subject, ElasticSubjectQuery query) {
        return scoredByWords(subject, query, query.whatever(), settings.others());
    }

    private SearchRequest scoredByWords(Subject subject, ElasticSubjectQuery query, Query found, int most) {
        return lean(subject, found)
                .size(most)
                .rescore(r -> r.windowSize(most)
                        .query(q -> q.query(query.words())
                                .queryWeight(0.0)
                                .rescoreQueryWeight(1.0)
                                .scoreMode(ScoreMode.Total)))
                .build();
    }

    /** Only the facts come back, from doc values: no stored field is unpacked. */
    private SearchRequest.Builder lean(Subject subject, Query query) {
        return new SearchRequest.Builder()
                .index(living.name(subject.counterpart()))
                .query(query)
                .trackTotalHits(t -> t.enabled(false))
                .source(s -> s.fetch(false))
                .storedFields("_none_")
                .docvalueFields(d -> d.field("facts"));
    }

    private Mono<List<Hit<Void>>> search(SearchRequest request) {
        return Mono.defer(() -> elastic.search(request, Void.class))
                .timeout(settings.timeout())
                .map(response -> response.hits().hits());
    }

    private Candidate candidate(Subject subject, ElasticSubjectQuery query, Hit<Void> hit) {
        ListingFacts facts = facts(subject.counterpart(), hit);
        long tie = hit.sort().get(1).longValue();
        double words = hit.sort().getFirst().doubleValue() - query.factsScore(facts, tie);
        // the sum is rounded to a float, so nothing may come out as a little more or less
        return new Candidate(facts, words < NO_WORD ? 0 : words);
    }

    private Candidate other(Subject subject, Hit<Void> hit) {
        return new Candidate(facts(subject.counterpart(), hit), Objects.requireNonNullElse(hit.score(), 0.0));
    }

    private ListingFacts facts(Kind kind, Hit<Void> hit) {
        JsonData values = Objects.requireNonNull(hit.fields().get("facts"), "every published document has facts");
        return known.of(kind, values.to(String[].class)[0]);
    }

    private static List<Candidate> union(List<Candidate> first, List<Candidate> second) {
        Map<String, Candidate> union = new LinkedHashMap<>();
        first.forEach(candidate -> union.put(candidate.facts().id(), candidate));
        second.forEach(candidate -> union.putIfAbsent(candidate.facts().id(), candidate));
        return new ArrayList<>(union.values());
    }
}
