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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.SearchView;
import org.shuqiao.contracts.search.SearchView.FacetCount;
import org.shuqiao.contracts.search.SearchView.FoundView;
import org.shuqiao.contracts.search.SearchView.HitView;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.search.concept.ReaderLanguage;
import org.shuqiao.search.exchange.LivingRates;
import org.shuqiao.search.index.ElasticErrors;
import org.shuqiao.search.index.ListingDocument;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.index.Shown;
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
    private static final String UNKNOWN = LanguageTag.UNDETERMINED.value();
    /** Concepts counted, of which the most telling are shown: more only where very many are counted equally often. */
    private static final int CONCEPTS = 200;

    private final ReactiveElasticsearchClient elastic;
    private final FindSettings settings;
    private final Names names;
    private final ReadingWords reading;
    private final NamingConcepts naming;
    private final HelpingSearch helping;
    private final LivingRates rates;
    private final Clock clock;

    ElasticSearching(
            ReactiveElasticsearchClient elastic,
            FindSettings settings,
            Names names,
            ReadingWords reading,
            NamingConcepts naming,
            HelpingSearch helping,
            LivingRates rates,
            Clock clock) {
        this.elastic = elastic;
        this.settings = settings;
        this.names = names;
        this.reading = reading;
        this.naming = naming;
        this.helping = helping;
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * The page asked for.
     *
     * @param parameters bind its cursor
     * @param accepted the language labels are read in, where the reader says it
     */
    Mono<SearchView> search(Search search, MultiValueMap<String, String> parameters, @Nullable String accepted) {
        return reading.read(search.words(), search.language()).flatMap(read -> {
            ElasticSearchQuery query = new ElasticSearchQuery(search, read, rates.current(), clock.instant());
            String reader = ReaderLanguage.or(accepted, read.language().primary());
            Mono<SearchView> found = Mono.defer(
                            () -> elastic.search(request(search, query, read), ListingDocument.class))
                    .timeout(settings.timeout())
                    // looking for the words that name a concept takes a while
                    .publishOn(Schedulers.parallel())
                    .map(response -> view(new Page(search, read, reader), parameters, response));
            return ElasticErrors.outages(found).flatMap(view -> helping.help(search, read, view));
        });
    }

    /** What an answer is made for. */
    private record Page(Search search, Reading reading, String reader) {}

    private SearchRequest request(Search search, ElasticSearchQuery query, Reading read) {
        List<String> unread = new ArrayList<>(List.of("title", "any", "name", "facts", "shown.delivered"));
        if (read.asked().isEmpty()) {
            unread.add("text");
        }
        SearchRequest.Builder request = new SearchRequest.Builder()
                .index(names.living().name(search.kind()))
                .size(search.limit())
                .trackTotalHits(t -> t.count(COUNTED))
                .query(query.base())
                .postFilter(query.chosen())
                .source(s -> s.filter(f -> f.excludes(unread)));
        boolean everything = search.words().wanted().isEmpty();
        if (everything) {
            request.sort(s ->
                    s.field(f -> f.field("publishedAt").order(SortOrder.Desc).missing(FieldValue.of(0))));
        } else {
            request.sort(s -> s.score(f -> f.order(SortOrder.Desc))).highlight(highlight(query, read.suffixes()));
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
            int values = facet == Facet.CONCEPT ? CONCEPTS : VALUES;
            request.aggregations(
                    facet.parameter(),
                    Aggregation.of(a -> a.filter(query.chosen(facet))
                            .aggregations(
                                    "values",
                                    v -> v.terms(t -> t.field(facet.field()).size(values)))));
        }
        return request.build();
    }

    private static Highlight highlight(ElasticSearchQuery query, List<String> suffixes) {
        List<NamedValue<HighlightField>> fields = new ArrayList<>();
        for (String suffix : suffixes) {
            fields.add(NamedValue.of("title." + suffix, HighlightField.of(f -> f)));
            fields.add(NamedValue.of("text." + suffix, HighlightField.of(f -> f)));
        }
        fields.add(NamedValue.of("any", HighlightField.of(f -> f)));
        fields.add(NamedValue.of("name", HighlightField.of(f -> f)));
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

    private SearchView view(
            Page page, MultiValueMap<String, String> parameters, ResponseBody<ListingDocument> response) {
        Search search = page.search();
        List<Hit<ListingDocument>> hits = response.hits().hits();
        List<HitView> items = new ArrayList<>();
        for (Hit<ListingDocument> hit : hits) {
            HitView item = item(page, hit);
            if (item != null) {
                items.add(item);
            }
        }
        Map<String, List<FacetCount>> facets = new LinkedHashMap<>();
        for (Facet facet : Facet.of(search.kind())) {
            List<FacetCount> counts = counts(response.aggregations().get(facet.parameter()));
            Set<String> chosen = search.chosen().getOrDefault(facet, Set.of());
            facets.put(
                    facet.parameter(), facet == Facet.CONCEPT ? naming.counts(counts, chosen, page.reader()) : counts);
        }
        TotalHits total = response.hits().total();
        return new SearchView(
                total == null ? items.size() : total.value(),
                total != null && total.relation() == TotalHitsRelation.Gte,
                items,
                facets,
                next(search, parameters, hits),
                naming.understood(search, page.reading(), page.reader()),
                null,
                null);
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

    private @Nullable HitView item(Page page, Hit<ListingDocument> hit) {
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
        boolean everything = page.search().words().wanted().isEmpty();
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
                everything ? 0 : hit.sort().getFirst().doubleValue(),
                highlights,
                everything ? null : otherLanguage(document, page.reading()),
                everything ? null : found(page, hit, document));
    }

    private static @Nullable String otherLanguage(ListingDocument document, Reading reading) {
        String writtenIn = document.writtenIn();
        if (writtenIn == null || writtenIn.equals(UNKNOWN) || reading.language().isUndetermined()) {
            return null;
        }
        return writtenIn.equals(reading.language().primary()) ? null : writtenIn;
    }

    private FoundView found(Page page, Hit<ListingDocument> hit, ListingDocument document) {
        Reading read = page.reading();
        return new FoundView(
                read.asked().isEmpty() || hit.matchedQueries().containsKey(ElasticSearchQuery.WORDS),
                naming.found(document, read, page.reader()));
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
