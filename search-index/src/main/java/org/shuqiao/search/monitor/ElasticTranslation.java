package org.shuqiao.search.monitor;

import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.shuqiao.search.find.ElasticKeptSearches;
import org.shuqiao.search.index.Kind;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says in Lucene's queries what a kept search asks of Elasticsearch: it is translated, not written a second time. */
@Component
class ElasticTranslation {
    private final ElasticKeptSearches searches;

    ElasticTranslation(ElasticKeptSearches searches) {
        this.searches = searches;
    }

    Mono<Query> query(Kind kind, LuceneMapping mapping, Map<String, List<String>> parameters) {
        return searches.query(kind, parameters).map(query -> new ElasticInLucene(mapping).of(query));
    }
}
