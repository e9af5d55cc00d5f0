package org.shuqiao.search.match;

import co.elastic.clients.elasticsearch.core.search.BoundaryScanner;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shuqiao.search.index.ElasticErrors;
import org.shuqiao.search.index.ListingDocument;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.index.Shown;
import org.shuqiao.search.index.Target;
import org.springframework.data.elasticsearch.client.elc.ReactiveElasticsearchClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a short list shows of each of its entries: title, name, and the words it shares with the subject. */
@Component
class ElasticExhibits {
    private static final int MOST_WORDS = 12;
    // of the private use area: no text has them, and the highlighter does not trim them off as it does control
    // characters
    private static final String OPEN = "\uE000";
    private static final String CLOSE = "\uE001";
    private static final Pattern MARKED = Pattern.compile(OPEN + "([^" + CLOSE + "]+)" + CLOSE);

    private final ReactiveElasticsearchClient elastic;
    private final MatchSettings settings;
    private final Target living;

    ElasticExhibits(ReactiveElasticsearchClient elastic, MatchSettings settings, Names names) {
        this.elastic = elastic;
        this.settings = settings;
        this.living = names.living();
    }

    /** An entry as shown, and the words it shares. */
    record Exhibit(Shown shown, List<String> words) {}

    /** By id; what is gone meanwhile is missing. */
    Mono<Map<String, Exhibit>> of(Subject subject, ElasticSubjectQuery query, List<String> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        List<NamedValue<HighlightField>> fields = new ArrayList<>();
        subject.texts().text().keySet().forEach(suffix -> fields.add(field("text." + suffix)));
        fields.add(field("any"));
        Mono<Map<String, Exhibit>> found = Mono.defer(() -> elastic.search(
                        s -> s.index(living.name(subject.counterpart()))
                                .size(ids.size())
                                .trackTotalHits(t -> t.enabled(false))
                                .query(q -> q.ids(i -> i.values(ids)))
                                .source(f -> f.filter(i -> i.includes("shown", "version", "status", "tie")))
                                .highlight(h -> h.fields(fields)
                                        .type(HighlighterType.Unified)
                                        .highlightQuery(query.words())
                                        .boundaryScanner(BoundaryScanner.Sentence)
                                        .numberOfFragments(3)
                                        .fragmentSize(200)
                                        .maxAnalyzedOffset(20_000)
                                        .preTags(OPEN)
                                        .postTags(CLOSE)),
                        ListingDocument.class))
                .timeout(settings.timeout())
                .map(response -> {
                    Map<String, Exhibit> exhibits = new HashMap<>();
                    response.hits().hits().forEach(hit -> {
                        ListingDocument document = hit.source();
                        String id = hit.id();
                        if (id != null && document != null && document.shown() != null) {
                            exhibits.put(id, new Exhibit(document.shown(), shared(hit.highlight())));
                        }
                    });
                    return exhibits;
                });
        return ElasticErrors.outages(found);
    }

    /**
     * The marked words, those of the languages' own fields first. Neighbouring marks are one: bigrams of ideographs
     * make up the run they cover.
     */
    static List<String> shared(Map<String, List<String>> highlights) {
        Set<String> seen = new LinkedHashSet<>();
        List<String> words = new ArrayList<>();
        highlights.entrySet().stream()
                .sorted(Map.Entry.<String, List<String>>comparingByKey().reversed())
                .filter(entry -> !entry.getKey().equals("any") || words.isEmpty())
                .flatMap(entry -> entry.getValue().stream())
                .forEach(fragment -> {
                    Matcher marked = MARKED.matcher(fragment.replace(CLOSE + OPEN, ""));
                    while (marked.find()) {
                        String word = marked.group(1);
                        if (seen.add(word.toLowerCase(Locale.ROOT))) {
                            words.add(word);
                        }
                    }
                });
        return words.stream().limit(MOST_WORDS).toList();
    }

    private static NamedValue<HighlightField> field(String name) {
        return NamedValue.of(name, HighlightField.of(f -> f));
    }
}
