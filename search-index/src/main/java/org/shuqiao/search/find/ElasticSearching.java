package org.shuqiao.search.find;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.elasticsearch.core.search.TotalHitsRelation;
import co.elastic.clients.util.NamedValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.SearchView;
import org.shuqiao.contracts.search.SearchView.FacetCount;
import org.shuqiao.contracts.search.SearchView.HitView;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.search.index.ElasticErrors;
import org.shuqiao.search.index.ListingDocument;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.index.Shown;
import org.shuqiao.search.text.LanguageDetection;
import org.shuqiao.search.text.LanguageFields;
import org.springframework.data.elasticsearch.client.elc.ReactiveElasticsearchClient;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Searches in Elasticsearch. */
@Component
class ElasticSearching {
    private static final int COUNTED = 10_000;
    private static final int VALUES = 50;

    private final ReactiveElasticsearchClient elastic;
    private final FindSettings settings;
    private final Names names;
    private final LanguageDetection detection;
    private final Clock clock;

    ElasticSearching(
            ReactiveElasticsearchClient elastic,
            FindSettings settings,
            Names names,
            LanguageDetection detection,
            Clock clock) {
        this.elastic = elastic;
        this.settings = settings;
        this.names = names;
        this.detection = detection;
        this.clock = clock;
    }

    /** The page asked for; {@code parameters} bind its cursor. */
    Mono<SearchView> search(Search search, MultiValueMap<String, String> parameters) {
        return language(search).map(LanguageFields::suffix).flatMap(suffix -> {
            ElasticSearchQuery query = new ElasticSearchQuery(search, suffix, clock.instant());
            Mono<SearchView> found = Mono.defer(
                            () -> elastic.search(request(search, query, suffix), ListingDocument.class))
                    .timeout(settings.timeout())
                    .map(response -> view(search, parameters, response));
            return ElasticErrors.outages(found);
        });
    }

    private Mono<LanguageTag> language(Search search) {
        LanguageTag given = search.language();
        if (given != null || search.words().wanted().isEmpty()) {
            return Mono.just(given == null ? LanguageTag.UNDETERMINED : given);
        }
        return Mono.fromCallable(() -> detection.of(search.words().text())).subscribeOn(Schedulers.boundedElastic());
    }

    private SearchRequest request(Search search, ElasticSearchQuery query, String suffix) {
        SearchRequest.Builder request = new SearchRequest.Builder()
                .index(names.living().name(search.kind()))
                .size(search.limit())
                .trackTotalHits(t -> t.count(COUNTED))
                .query(query.base())
                .postFilter(query.chosen())
                .source(s -> s.filter(f -> f.excludes("title", "text", "any", "name", "facts")));
        boolean everything = search.words().wanted().isEmpty();
        if (everything) {
            request.sort(s ->
                    s.field(f -> f.field("publishedAt").order(SortOrder.Desc).missing(FieldValue.of(0))));
        } else {
            request.sort(s -> s.score(f -> f.order(SortOrder.Desc))).highlight(highlight(query, suffix));
        }
        request.sort(s -> s.field(f -> f.field("tie").order(SortOrder.Asc)));
        Search.After after = search.after();
        if (after != null) {
            FieldValue first = everything
                    ? FieldValue.of((long) Double.parseDouble(after.first()))
                    : FieldValue.of(Double.parseDouble(after.first()));
            request.searchAfter(first, FieldValue.of(after.tie()));
        }
        for (Facet facet : Facet.of(search.kind())) {
            request.aggregations(
                    facet.parameter(),
                    Aggregation.of(a -> a.filter(query.chosen(facet))
                            .aggregations(
                                    "values",
                                    v -> v.terms(t -> t.field(facet.field()).size(VALUES)))));
        }
        return request.build();
    }

    private static Highlight highlight(ElasticSearchQuery query, String suffix) {
        List<NamedValue<HighlightField>> fields = new ArrayList<>();
        for (String field : List.of("title." + suffix, "text." + suffix, "any", "name")) {
            fields.add(NamedValue.of(field, HighlightField.of(f -> f)));
        }
        return Highlight.of(h -> h.fields(fields)
                .type(HighlighterType.Unified)
                .highlightQuery(query.words())
                .encoder(HighlighterEncoder.Html)
                .preTags("<em>")
                .postTags("</em>")
                .numberOfFragments(2)
                .fragmentSize(160)
                .maxAnalyzedOffset(50_000));
    }

    private static SearchView view(
            Search search, MultiValueMap<String, String> parameters, ResponseBody<ListingDocument> response) {
        List<Hit<ListingDocument>> hits = response.hits().hits();
        List<HitView> items = new ArrayList<>();
        for (Hit<ListingDocument> hit : hits) {
            HitView item = item(search, hit);
            if (item != null) {
                items.add(item);
            }
        }
        Map<String, List<FacetCount>> facets = new LinkedHashMap<>();
        for (Facet facet : Facet.of(search.kind())) {
            facets.put(facet.parameter(), counts(response.aggregations().get(facet.parameter())));
        }
        TotalHits total = response.hits().total();
        return new SearchView(
                total == null ? items.size() : total.value(),
                total != null && total.relation() == TotalHitsRelation.Gte,
                items,
                facets,
                next(search, parameters, hits));
    }

    private static @Nullable String next(
            Search search, MultiValueMap<String, String> parameters, List<Hit<ListingDocument>> hits) {
        if (hits.size() < search.limit()) {
            return null;
        }
        List<FieldValue> sort = hits.getLast().sort();
        FieldValue first = sort.getFirst();
        String value = first.isLong() ? Long.toString(first.longValue()) : Double.toString(first.doubleValue());
        return Search.cursor(parameters, value, sort.getLast().longValue());
    }

    private static @Nullable HitView item(Search search, Hit<ListingDocument> hit) {
        ListingDocument document = hit.source();
        Shown shown = document == null ? null : document.shown();
        String organization = document == null ? null : document.organization();
        if (document == null || shown == null || organization == null) {
            return null;
        }
        Map<String, List<String>> highlights = new LinkedHashMap<>(hit.highlight());
        if (highlights.keySet().stream().anyMatch(field -> field.startsWith("t"))) {
            highlights.remove("any");
        }
        List<String> models = document.deliveryModel();
        return new HitView(
                UUID.fromString(Objects.requireNonNull(hit.id())),
                UUID.fromString(organization),
                shown.name(),
                shown.title(),
                shown.summary(),
                document.area(),
                models == null || models.isEmpty() ? null : models.getFirst(),
                document.country(),
                document.city(),
                document.zone(),
                Objects.requireNonNullElse(document.languages(), List.of()),
                document.publishedAt(),
                search.words().wanted().isEmpty() ? 0 : hit.sort().getFirst().doubleValue(),
                highlights);
    }

    private static List<FacetCount> counts(@Nullable Aggregate aggregate) {
        if (aggregate == null) {
            return List.of();
        }
        Aggregate values = aggregate.filter().aggregations().get("values");
        List<FacetCount> counts = new ArrayList<>();
        if (values != null && values.isSterms()) {
            for (StringTermsBucket bucket : values.sterms().buckets().array()) {
                counts.add(new FacetCount(bucket.key().stringValue(), bucket.docCount()));
            }
        }
        return counts;
    }
}
