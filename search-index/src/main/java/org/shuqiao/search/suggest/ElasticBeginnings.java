package org.shuqiao.search.suggest;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.json.JsonData;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.SuggestionsView;
import org.shuqiao.contracts.search.SuggestionsView.SuggestionView;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.search.index.ElasticErrors;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.ListingDocument;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.index.Shown;
import org.shuqiao.thesaurus.Folding;
import org.springframework.data.elasticsearch.client.elc.ReactiveElasticsearchClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The titles and the providers of published offers with words that begin as typed, the last of these not yet complete. */
@Component
class ElasticBeginnings {
    /** So many more are asked for, since titles may be alike. */
    private static final int SPARE = 2;

    private final ReactiveElasticsearchClient elastic;
    private final SuggestSettings settings;
    private final Names names;
    private final Clock clock;

    ElasticBeginnings(ReactiveElasticsearchClient elastic, SuggestSettings settings, Names names, Clock clock) {
        this.elastic = elastic;
        this.settings = settings;
        this.names = names;
        this.clock = clock;
    }

    /** Titles, each once, those with the words in this order first. */
    Mono<List<SuggestionView>> titles(Typed typed) {
        return found("titles", typed, false).map(response -> {
            Map<String, SuggestionView> titles = new LinkedHashMap<>();
            for (Hit<ListingDocument> hit : response.hits().hits()) {
                Shown shown = shown(hit);
                if (shown != null) {
                    SuggestionView title = title(hit, shown.title(), typed);
                    titles.putIfAbsent(title.text(), title);
                }
            }
            return titles.values().stream().limit(typed.limit()).toList();
        });
    }

    /** Providers that have an offer, each once. */
    Mono<List<SuggestionView>> providers(Typed typed) {
        return found("name", typed, true).map(response -> {
            List<SuggestionView> providers = new ArrayList<>();
            for (Hit<ListingDocument> hit : response.hits().hits()) {
                Shown shown = shown(hit);
                ListingDocument document = hit.source();
                Text name = shown == null ? null : shown.name();
                String id = document == null ? null : document.organization();
                if (name != null && id != null) {
                    providers.add(new SuggestionView(
                            SuggestionsView.Kind.provider,
                            Objects.requireNonNull(name.values().get(fitting(name, typed)))
                                    .value(),
                            null,
                            null,
                            null,
                            UUID.fromString(id)));
                }
            }
            return providers.stream().limit(typed.limit()).toList();
        });
    }

    private static SuggestionView title(Hit<ListingDocument> hit, Text title, Typed typed) {
        LanguageTag language = fitting(title, typed);
        return new SuggestionView(
                SuggestionsView.Kind.offer,
                Objects.requireNonNull(title.values().get(language)).value(),
                language.isUndetermined() ? null : language.primary(),
                null,
                null,
                UUID.fromString(Objects.requireNonNull(hit.id())));
    }

    /** The language in which {@code text} has what was typed: that of the original if that has it, or none has. */
    private static LanguageTag fitting(Text text, Typed typed) {
        List<String> words = List.of(Folding.of(typed.text()).split(" "));
        List<LanguageTag> fitting = new ArrayList<>();
        text.values().forEach((language, translation) -> {
            String folded = Folding.of(translation.value());
            if (words.stream().allMatch(folded::contains)) {
                fitting.add(language);
            }
        });
        return fitting.isEmpty() || fitting.contains(text.original()) ? text.original() : fitting.getFirst();
    }

    private static @Nullable Shown shown(Hit<ListingDocument> hit) {
        ListingDocument document = hit.source();
        return document == null ? null : document.shown();
    }

    private Mono<ResponseBody<ListingDocument>> found(String field, Typed typed, boolean oncePerProvider) {
        JsonData instant = JsonData.of(clock.instant().toString());
        Query words = Query.of(
                q -> q.matchBoolPrefix(m -> m.field(field).query(typed.text()).operator(Operator.And)));
        Query inOrder = Query.of(q -> q.matchPhrasePrefix(m -> m.field(field).query(typed.text())));
        SearchRequest.Builder request = new SearchRequest.Builder()
                .index(names.living().name(Kind.OFFERS))
                .size(typed.limit() * SPARE)
                .trackTotalHits(t -> t.enabled(false))
                .source(s -> s.filter(f -> f.includes("version", "status", "tie", "organization", "shown")
                        .excludes("shown.delivered")))
                .query(q -> q.bool(b -> b.must(words)
                        .should(inOrder)
                        .filter(f -> f.term(t -> t.field("status").value("published")))
                        .mustNot(n ->
                                n.range(r -> r.untyped(u -> u.field("expiresAt").lte(instant))))
                        .mustNot(n ->
                                n.range(r -> r.untyped(u -> u.field("validFrom").gt(instant))))))
                .sort(s -> s.score(f -> f.order(SortOrder.Desc)))
                .sort(s -> s.field(f -> f.field("tie").order(SortOrder.Asc)));
        if (oncePerProvider) {
            request.collapse(c -> c.field("organization"));
        }
        SearchRequest asked = request.build();
        return ElasticErrors.outages(
                Mono.defer(() -> elastic.search(asked, ListingDocument.class)).timeout(settings.timeout()));
    }
}
