package org.shuqiao.search.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.shuqiao.contracts.search.SavedSearch;
import org.shuqiao.contracts.search.SavedSearchView;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.ListingDocument;
import org.shuqiao.search.match.FittingDemands;
import org.shuqiao.search.monitor.LuceneMonitors;
import org.shuqiao.search.monitor.LuceneMonitors.WaitingSearch;
import org.shuqiao.search.saved.PostgresSavedSearches;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * All saved searches in the memory of this process, as of a revision. It is brought up to date by whoever needs it; at most
 * one at a time.
 */
@Component
class WaitingSearches {
    private final PostgresSavedSearches searches;
    private final LuceneMonitors monitors;
    private final FittingDemands fitting;

    /** The searches for the matches of a demand, by their ids. */
    private final Map<UUID, Watch> watches = new ConcurrentHashMap<>();

    private final LivingThesaurus thesaurus;
    private volatile long revision;
    private volatile long thesaurusVersion;

    WaitingSearches(
            PostgresSavedSearches searches,
            LuceneMonitors monitors,
            FittingDemands fitting,
            LivingThesaurus thesaurus) {
        this.searches = searches;
        this.monitors = monitors;
        this.fitting = fitting;
        this.thesaurus = thesaurus;
    }

    private record Watch(UUID demand, double leastScore) {}

    /** A search that a listing meets; {@code score} is that of the match, NaN where none was asked for. */
    record Met(UUID search, double score) {}

    /** The revision known here. */
    long revision() {
        return revision;
    }

    /**
     * Learns of all changes up to now, of everything when the thesaurus was extended, by which searches are read; gives the
     * revision known then.
     */
    Mono<Long> update() {
        return searches.revision().flatMap(last -> {
            long version = thesaurus.version();
            long known = version == thesaurusVersion ? revision : 0;
            if (last == known) {
                return Mono.just(last);
            }
            return searches.changedAfter(known)
                    .collectList()
                    .flatMap(changed ->
                            searches.removedAfter(known).collectList().flatMap(removed -> take(changed, removed)))
                    .then(Mono.fromSupplier(() -> {
                        revision = last;
                        thesaurusVersion = version;
                        return last;
                    }));
        });
    }

    /** Whether there is a search that a listing of a kind could meet. Demands watch for offers. */
    boolean isAwaited(Kind kind) {
        return monitors.isAwaited(kind) || (kind == Kind.OFFERS && !watches.isEmpty());
    }

    /** The searches that a listing meets. */
    Mono<List<Met>> meeting(Kind kind, UUID id, ListingDocument document) {
        return monitors.finding(kind, document)
                .map(found -> found.stream()
                        .map(search -> new Met(search, Double.NaN))
                        .toList())
                .flatMap(found -> kind == Kind.OFFERS && !watches.isEmpty()
                        ? matches(id).map(matches -> {
                            List<Met> all = new ArrayList<>(found);
                            all.addAll(matches);
                            return all;
                        })
                        : Mono.just(found));
    }

    private Mono<List<Met>> matches(UUID offer) {
        Map<UUID, Double> least = new HashMap<>();
        Map<UUID, UUID> searchOf = new HashMap<>();
        watches.forEach((search, watch) -> {
            least.put(watch.demand(), watch.leastScore());
            searchOf.put(watch.demand(), search);
        });
        return fitting.of(offer, least).map(scores -> {
            List<Met> met = new ArrayList<>();
            scores.forEach((demand, score) -> {
                UUID search = searchOf.get(demand);
                if (search != null) {
                    met.add(new Met(search, score));
                }
            });
            return met;
        });
    }

    private Mono<Void> take(List<SavedSearchView> changed, Collection<UUID> removed) {
        List<WaitingSearch> waiting = new ArrayList<>();
        List<UUID> gone = new ArrayList<>(removed);
        Map<UUID, Watch> watching = new HashMap<>();
        for (SavedSearchView view : changed) {
            SavedSearch search = view.search();
            switch (search.kind()) {
                case offers -> waiting.add(new WaitingSearch(view.id(), Kind.OFFERS, search.parameters()));
                case demands -> waiting.add(new WaitingSearch(view.id(), Kind.DEMANDS, search.parameters()));
                case matches -> {
                    UUID demand = search.demand();
                    Double least = search.leastScore();
                    if (demand != null && least != null) {
                        watching.put(view.id(), new Watch(demand, least));
                    }
                }
            }
            // what it asked before may have been of another kind
            gone.add(view.id());
        }
        return monitors.remove(gone).then(monitors.put(waiting)).then(Mono.fromRunnable(() -> {
            gone.forEach(watches::remove);
            watches.putAll(watching);
        }));
    }
}
