package org.shuqiao.search.find;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.shuqiao.contracts.search.SearchView.WithoutView;
import org.shuqiao.search.exchange.LivingRates;
import org.shuqiao.search.find.ElasticSearchQuery.Filter;
import org.shuqiao.search.index.ElasticErrors;
import org.shuqiao.search.index.Names;
import org.springframework.data.elasticsearch.client.elc.ReactiveElasticsearchClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts what other searches would find. */
@Component
class ElasticCounting {
    private static final int COUNTED = 10_000;

    private final ReactiveElasticsearchClient elastic;
    private final FindSettings settings;
    private final Names names;
    private final LivingRates rates;
    private final Clock clock;

    ElasticCounting(
            ReactiveElasticsearchClient elastic, FindSettings settings, Names names, LivingRates rates, Clock clock) {
        this.elastic = elastic;
        this.settings = settings;
        this.names = names;
        this.rates = rates;
        this.clock = clock;
    }

    /** How many hits a search has, at most {@value #COUNTED}. */
    Mono<Long> hits(Search search, Reading reading) {
        ElasticSearchQuery query = new ElasticSearchQuery(search, reading, rates.current(), clock.instant());
        SearchRequest request = request(search)
                .query(q -> q.bool(b -> b.filter(query.base(), query.chosen())))
                .build();
        return asked(request)
                .map(response -> response.hits().total() == null
                        ? 0
                        : response.hits().total().value());
    }

    /**
     * How many hits a search would have without each of its choices, most first, none left out that has some; where no
     * single one is in the way, without all of them.
     */
    Mono<List<WithoutView>> without(Search search, Reading reading) {
        ElasticSearchQuery query = new ElasticSearchQuery(search, reading, rates.current(), clock.instant());
        List<Filter> filters = query.filters();
        if (filters.isEmpty()) {
            return Mono.just(List.of());
        }
        List<List<String>> dropped = dropped(search, filters);
        SearchRequest.Builder request = request(search).query(query.unfiltered());
        for (int i = 0; i < dropped.size(); i++) {
            Set<String> left = Set.copyOf(dropped.get(i));
            List<Query> kept = filters.stream()
                    .filter(filter -> !left.contains(filter.parameter()))
                    .map(Filter::query)
                    .toList();
            request.aggregations(Integer.toString(i), Aggregation.of(a -> a.filter(f -> f.bool(b -> b.filter(kept)))));
        }
        return asked(request.build()).map(response -> counts(dropped, response));
    }

    /** Each choice, an amount with its currency, and all together. */
    private static List<List<String>> dropped(Search search, List<Filter> filters) {
        String money = Search.moneyParameter(search.kind());
        List<String> all = filters.stream().map(Filter::parameter).toList();
        List<List<String>> dropped = new ArrayList<>();
        for (String parameter : all) {
            dropped.add(parameter.equals(money) ? List.of("currency", money) : List.of(parameter));
        }
        dropped.add(all);
        return dropped;
    }

    private static List<WithoutView> counts(List<List<String>> dropped, ResponseBody<Void> response) {
        List<WithoutView> counts = new ArrayList<>();
        for (int i = 0; i < dropped.size(); i++) {
            Aggregate counted = response.aggregations().get(Integer.toString(i));
            long hits = counted == null ? 0 : counted.filter().docCount();
            boolean all = i == dropped.size() - 1;
            if (hits > 0 && (!all || counts.isEmpty())) {
                counts.add(new WithoutView(dropped.get(i), hits));
            }
        }
        counts.sort(Comparator.comparingLong(WithoutView::hits).reversed());
        return counts;
    }

    private SearchRequest.Builder request(Search search) {
        return new SearchRequest.Builder()
                .index(names.living().name(search.kind()))
                .size(0)
                .trackTotalHits(t -> t.count(COUNTED));
    }

    private Mono<ResponseBody<Void>> asked(SearchRequest request) {
        return ElasticErrors.outages(
                Mono.defer(() -> elastic.search(request, Void.class)).timeout(settings.timeout()));
    }
}
