package org.shuqiao.search.find;

import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.FieldSuggester;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.elasticsearch.core.search.TermSuggestOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shuqiao.search.exchange.LivingRates;
import org.shuqiao.search.find.Words.Term;
import org.shuqiao.search.index.ElasticErrors;
import org.shuqiao.search.index.Names;
import org.springframework.data.elasticsearch.client.elc.ReactiveElasticsearchClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Words of the index that words which find nothing may be wrong spellings of, by Elasticsearch's term suggester. */
@Component
class ElasticSpelling {
    /** Where words stand as they were written, but for accents. */
    private static final List<String> FIELDS = List.of("any", "name");

    private static final int MOST = 3;
    private static final int SHORTEST = 4;

    private final ReactiveElasticsearchClient elastic;
    private final FindSettings settings;
    private final Names names;
    private final LivingRates rates;
    private final Clock clock;

    ElasticSpelling(
            ReactiveElasticsearchClient elastic, FindSettings settings, Names names, LivingRates rates, Clock clock) {
        this.elastic = elastic;
        this.settings = settings;
        this.names = names;
        this.rates = rates;
        this.clock = clock;
    }

    /** Those of {@code terms} that find nothing, with words near to each, without accents, the nearest first. */
    Mono<Map<Term, List<String>>> near(Search search, Reading reading, List<Term> terms) {
        ElasticSearchQuery query = new ElasticSearchQuery(search, reading, rates.current(), clock.instant());
        Map<String, FieldSuggester> suggesters = new HashMap<>();
        Map<String, Aggregation> found = new HashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            found.put(Integer.toString(i), Aggregation.of(a -> a.filter(query.term(term))));
            for (String field : FIELDS) {
                suggesters.put(
                        field + i,
                        FieldSuggester.of(f -> f.text(term.text())
                                .term(t -> t.field(field)
                                        .suggestMode(SuggestMode.Missing)
                                        .minWordLength(SHORTEST)
                                        .size(MOST))));
            }
        }
        SearchRequest request = SearchRequest.of(r -> r.index(names.living().name(search.kind()))
                .size(0)
                .trackTotalHits(t -> t.enabled(false))
                .query(query.everything())
                .aggregations(found)
                .suggest(s -> s.suggesters(suggesters)));
        return ElasticErrors.outages(Mono.defer(() -> elastic.search(request, Void.class))
                .timeout(settings.help())
                .map(response -> near(terms, response)));
    }

    private static Map<Term, List<String>> near(List<Term> terms, ResponseBody<Void> response) {
        Map<Term, List<String>> near = new LinkedHashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            Aggregate found = response.aggregations().get(Integer.toString(i));
            if (found != null && found.filter().docCount() == 0) {
                List<TermSuggestOption> options = new ArrayList<>();
                for (String field : FIELDS) {
                    response.suggest()
                            .getOrDefault(field + i, List.of())
                            .forEach(word -> options.addAll(word.term().options()));
                }
                options.sort(
                        Comparator.comparingDouble(TermSuggestOption::score).reversed());
                near.put(
                        terms.get(i),
                        options.stream().map(TermSuggestOption::text).distinct().toList());
            }
        }
        return near;
    }
}
