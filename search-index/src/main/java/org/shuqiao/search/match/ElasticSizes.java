package org.shuqiao.search.match;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shuqiao.search.index.IndexGeneration;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Names;
import org.springframework.data.elasticsearch.client.elc.ReactiveElasticsearchClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many documents an index has, asked for once in each of its generations. */
@Component
class ElasticSizes {
    private record Known(String generation, long size) {}

    private final ReactiveElasticsearchClient elastic;
    private final MatchSettings settings;
    private final Names names;
    private final Map<Kind, Known> known = new ConcurrentHashMap<>();

    ElasticSizes(ReactiveElasticsearchClient elastic, MatchSettings settings, Names names) {
        this.elastic = elastic;
        this.settings = settings;
        this.names = names;
    }

    /** The size of the living index, what is closed included. */
    Mono<Long> of(Kind kind, String generation) {
        Known last = known.get(kind);
        if (last != null && last.generation().equals(generation) && !generation.equals(IndexGeneration.UNKNOWN)) {
            return Mono.just(last.size());
        }
        return Mono.defer(() -> elastic.count(c -> c.index(names.living().name(kind))))
                .timeout(settings.timeout())
                .map(response -> response.count())
                .doOnNext(size -> known.put(kind, new Known(generation, size)));
    }
}
