package org.shuqiao.search.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.ListingDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Waiting searches in memory, one Lucene monitor for each kind of document, made when it is first needed. A search is
 * filed under few of its terms, and only those filed under a term of a document are run on it.
 */
@Component
public class LuceneMonitors implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneMonitors.class);

    /** What most documents have in common files a search only where it asks for nothing else. */
    private static final TermWeightor WEIGHTS = TermWeightor.combine(
            TermWeightor.DEFAULT,
            TermWeightor.fieldWeightor(0.01, LuceneMapping.PRESENT),
            TermWeightor.fieldWeightor(0.05, "verification", "currency", "country", "targetMarkets", "area", "kind"),
            TermWeightor.fieldWeightor(0.1, "deliveryModel", "languages", "writtenIn", "zone", "city"),
            TermWeightor.fieldWeightor(0.2, "standards", "dataLocations"));

    private static final int REGISTERED_AT_ONCE = 500;
    private static final int TRANSLATED_AT_ONCE = 4;

    private final ElasticTranslation translation;
    private final Map<Kind, Waiting> waiting = new EnumMap<>(Kind.class);

    LuceneMonitors(ElasticTranslation translation) {
        this.translation = translation;
    }

    /** A search that waits. */
    public record WaitingSearch(UUID id, Kind kind, Map<String, List<String>> parameters) {}

    private record Waiting(LuceneMapping mapping, Monitor monitor) {}

    /** Lets searches wait, each in place of what waited under its id. */
    public Mono<Void> put(Collection<WaitingSearch> searches) {
        return Flux.fromArray(Kind.values())
                .concatMap(kind -> Flux.fromIterable(searches)
                        .filter(search -> search.kind() == kind)
                        .flatMap(this::translated, TRANSLATED_AT_ONCE)
                        .buffer(REGISTERED_AT_ONCE)
                        .concatMap(queries -> registered(kind, queries)))
                .then()
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Lets searches wait no more. */
    public Mono<Void> remove(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Mono.empty();
        }
        String[] names = ids.stream().map(UUID::toString).toArray(String[]::new);
        return blocking(() -> {
            for (Waiting one : all()) {
                one.monitor().deleteById(names);
            }
        });
    }

    /** Whether a search waits for documents of a kind. */
    public boolean isAwaited(Kind kind) {
        Waiting there = there(kind);
        try {
            return there != null && there.monitor().getDisjunctCount() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The searches that would find {@code document}, apart from its validity in time. */
    public Mono<List<UUID>> finding(Kind kind, ListingDocument document) {
        return Mono.defer(() -> isAwaited(kind)
                ? Mono.fromCallable(() -> found(of(kind), document)).subscribeOn(Schedulers.boundedElastic())
                : Mono.just(List.of()));
    }

    private static List<UUID> found(Waiting of, ListingDocument document) throws IOException {
        MatchingQueries<QueryMatch> matches = of.monitor().match(of.mapping().document(document), LuceneMatcher::new);
        if (!matches.getErrors().isEmpty()) {
            throw new IllegalStateException("searches cannot be run: " + matches.getErrors());
        }
        List<UUID> found = new ArrayList<>();
        matches.getMatches().forEach(match -> found.add(UUID.fromString(match.getQueryId())));
        return found;
    }

    @Override
    public synchronized void destroy() throws IOException {
        for (Waiting one : waiting.values()) {
            one.monitor().close();
        }
        waiting.clear();
    }

    private Mono<MonitorQuery> translated(WaitingSearch search) {
        return translation
                .query(search.kind(), of(search.kind()).mapping(), search.parameters())
                .map(query -> new MonitorQuery(search.id().toString(), query))
                .onErrorResume(e -> {
                    // one that cannot be read any more must not keep the others from being matched
                    LOG.error("Search {} finds nothing", search.id(), e);
                    return Mono.empty();
                });
    }

    private Mono<Void> registered(Kind kind, List<MonitorQuery> queries) {
        return blocking(() -> of(kind).monitor().register(queries));
    }

    private synchronized List<Waiting> all() {
        return List.copyOf(waiting.values());
    }

    private synchronized @Nullable Waiting there(Kind kind) {
        return waiting.get(kind);
    }

    private synchronized Waiting of(Kind kind) {
        return waiting.computeIfAbsent(kind, LuceneMonitors::made);
    }

    private static Waiting made(Kind kind) {
        LuceneMapping mapping = LuceneMapping.of(kind);
        try {
            return new Waiting(
                    mapping,
                    new Monitor(mapping.analyzer(), new TermFilteredPresearcher(WEIGHTS, List.of(), Set.of())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static Mono<Void> blocking(Work work) {
        return Mono.<Void>fromCallable(() -> {
                    work.run();
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
