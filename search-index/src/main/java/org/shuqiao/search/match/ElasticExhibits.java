package org.shuqiao.search.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shuqiao.search.index.ElasticErrors;
import org.shuqiao.search.index.ListingDocument;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.index.Shown;
import org.shuqiao.search.index.Target;
import org.springframework.data.elasticsearch.client.elc.ReactiveElasticsearchClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a short list shows of each of its entries: title, name, and the texts to compare. */
@Component
class ElasticExhibits {
    private final ReactiveElasticsearchClient elastic;
    private final MatchSettings settings;
    private final Target living;

    ElasticExhibits(ReactiveElasticsearchClient elastic, MatchSettings settings, Names names) {
        this.elastic = elastic;
        this.settings = settings;
        this.living = names.living();
    }

    /**
     * An entry as shown, and all its texts.
     *
     * @param texts by field suffix ({@link org.shuqiao.search.text.LanguageFields})
     */
    record Exhibit(Shown shown, Map<String, List<String>> texts) {}

    /** By id; what is gone meanwhile is missing. */
    Mono<Map<String, Exhibit>> of(Subject subject, List<String> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        Mono<Map<String, Exhibit>> found = Mono.defer(() -> elastic.search(
                        s -> s.index(living.name(subject.counterpart()))
                                .size(ids.size())
                                .trackTotalHits(t -> t.enabled(false))
                                .query(q -> q.ids(i -> i.values(ids)))
                                .source(f -> f.filter(i -> i.includes("shown", "text", "version", "status", "tie"))),
                        ListingDocument.class))
                .timeout(settings.timeout())
                .map(response -> {
                    Map<String, Exhibit> exhibits = new HashMap<>();
                    response.hits().hits().forEach(hit -> {
                        ListingDocument document = hit.source();
                        String id = hit.id();
                        if (id != null && document != null && document.shown() != null) {
                            exhibits.put(
                                    id,
                                    new Exhibit(
                                            document.shown(), Objects.requireNonNullElse(document.text(), Map.of())));
                        }
                    });
                    return exhibits;
                });
        return ElasticErrors.outages(found);
    }
}
