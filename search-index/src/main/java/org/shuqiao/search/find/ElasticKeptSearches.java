package org.shuqiao.search.find;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.exchange.LivingRates;
import org.shuqiao.search.index.Kind;
import org.shuqiao.web.Cursor;
import org.springframework.stereotype.Component;
import org.springframework.util.CollectionUtils;
import reactor.core.publisher.Mono;

/** Searches that are kept to be asked again: the same parameters, the same checks and the same query as a search. */
@Component
public class ElasticKeptSearches {
    private static final List<String> OF_A_PAGE = List.of("limit", Cursor.PARAMETER);

    private final ReadingWords reading;
    private final LivingThesaurus thesaurus;
    private final LivingRates rates;

    ElasticKeptSearches(ReadingWords reading, LivingThesaurus thesaurus, LivingRates rates) {
        this.reading = reading;
        this.thesaurus = thesaurus;
        this.rates = rates;
    }

    /**
     * Checks parameters as a search does.
     *
     * @throws InvalidValue naming the one that is unknown, wrong, or says something of a page only
     */
    public void check(Kind kind, Map<String, List<String>> parameters) {
        for (String name : OF_A_PAGE) {
            if (parameters.containsKey(name)) {
                throw new InvalidValue(name, "no parameter of a page", parameters.get(name));
            }
        }
        Search.of(kind, CollectionUtils.toMultiValueMap(parameters), thesaurus.vocabulary()::has);
    }

    /**
     * What is asked for by {@code parameters}, choices in facets included, in whatever order: as of the present thesaurus and rates.
     * A concept that was taken from it since finds what it can.
     */
    public Mono<Query> query(Kind kind, Map<String, List<String>> parameters) {
        return Mono.fromSupplier(() -> Search.of(kind, CollectionUtils.toMultiValueMap(parameters), concept -> true))
                .flatMap(search -> reading.read(search.words(), search.language())
                        .map(read -> {
                            ElasticSearchQuery query =
                                    new ElasticSearchQuery(search, read, rates.current(), Instant.EPOCH);
                            return Query.of(q -> q.bool(b -> b.filter(query.base(), query.chosen())));
                        }));
    }
}
