package org.shuqiao.search.frozen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.FrozenShortListView;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.contracts.search.ReproductionView;
import org.shuqiao.contracts.search.ReproductionView.DifferenceView;
import org.shuqiao.contracts.search.ReproductionView.EntryView;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.search.match.ListRecord;
import org.shuqiao.search.match.ListRecordCodec;
import org.shuqiao.search.match.Recommending;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Frozen short lists, read, and judged again. */
@Component
class ReadingFrozen {
    private static final TypeReference<Map<String, MatchesView>> SHOWN = new TypeReference<>() {};

    private static final String ENGLISH = "en";

    private final PostgresShortLists lists;
    private final Recommending recommending;
    private final JsonMapper json = EventCodec.eventMapper();

    ReadingFrozen(PostgresShortLists lists, Recommending recommending) {
        this.lists = lists;
        this.recommending = recommending;
    }

    /**
     * A list as it was shown.
     *
     * @param language the one it is in
     */
    record Read(String language, FrozenShortListView view) {}

    /** @param language in which it is wanted; a list frozen before there were reasons in it comes in English */
    Mono<Read> list(UUID demand, UUID id, String language) {
        return lists.find(demand, id)
                .flatMap(row -> aside(() -> {
                    Map<String, MatchesView> shown = json.readValue(Kept.restored(row.shown()), SHOWN);
                    String there = shown.containsKey(language) ? language : ENGLISH;
                    return new Read(
                            there, new FrozenShortListView(row.head(), Objects.requireNonNull(shown.get(there))));
                }));
    }

    /** The record in JSON, the bytes that the digest is of. */
    Mono<byte[]> record(UUID demand, UUID id) {
        return lists.find(demand, id).flatMap(row -> aside(() -> Kept.restored(row.record())));
    }

    Mono<ReproductionView> reproduction(UUID demand, UUID id) {
        return lists.find(demand, id)
                .flatMap(row -> aside(() -> {
                    byte[] record = Kept.restored(row.record());
                    ListRecord kept = ListRecordCodec.decode(record);
                    List<ListRecord.Entry> now = recommending.again(kept);
                    boolean intact = Kept.digest(record).equals(row.head().digest());
                    return new ReproductionView(
                            id, intact, now.equals(kept.entries()), differences(kept.entries(), now));
                }));
    }

    private static List<DifferenceView> differences(List<ListRecord.Entry> frozen, List<ListRecord.Entry> now) {
        List<DifferenceView> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(frozen.size(), now.size()); i++) {
            ListRecord.Entry was = i < frozen.size() ? frozen.get(i) : null;
            ListRecord.Entry is = i < now.size() ? now.get(i) : null;
            if (was == null || !was.equals(is)) {
                differences.add(new DifferenceView(i + 1, view(was), view(is)));
            }
        }
        return differences;
    }

    private static @Nullable EntryView view(ListRecord.@Nullable Entry entry) {
        return entry == null
                ? null
                : new EntryView(
                        UUID.fromString(entry.offer()), entry.score(), entry.buyerScore(), entry.providerScore());
    }

    private static <T> Mono<T> aside(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
