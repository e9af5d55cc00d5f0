package org.shuqiao.search.frozen;

import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.shuqiao.contracts.search.ShortListRequest;
import org.shuqiao.contracts.search.ShortListView;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.search.index.IndexGeneration;
import org.shuqiao.search.match.FrozenList;
import org.shuqiao.search.match.ListRecord;
import org.shuqiao.search.match.ListRecordCodec;
import org.shuqiao.search.match.Recommending;
import org.shuqiao.search.organization.Organizations;
import org.shuqiao.web.Ids;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** A buyer wants to keep the short list of its demand as it stands. To be called within a transaction. */
@Component
class FreezingList {
    /** What became of it. */
    sealed interface Result {
        record Frozen(ShortListView list) implements Result {}

        /** There is no published demand of this id. */
        record UnknownDemand(UUID demand) implements Result {}

        record NotItsDemand(OrganizationReference buyer) implements Result {}

        record TooMany(int most) implements Result {}
    }

    private final Recommending recommending;
    private final IndexGeneration generation;
    private final Organizations organizations;
    private final PostgresShortLists lists;
    private final FrozenSettings settings;
    private final JsonMapper json = EventCodec.eventMapper();

    FreezingList(
            Recommending recommending,
            IndexGeneration generation,
            Organizations organizations,
            PostgresShortLists lists,
            FrozenSettings settings) {
        this.recommending = recommending;
        this.generation = generation;
        this.organizations = organizations;
        this.lists = lists;
        this.settings = settings;
    }

    Mono<Result> freeze(UUID demand, ShortListRequest asked) {
        return recommending
                .buyerOf(demand)
                .flatMap(buyer -> organizations
                        .of(asked.buyer())
                        .filter(buyer::equals)
                        .flatMap(itself -> freeze(demand, itself, Objects.requireNonNull(asked.limit())))
                        .defaultIfEmpty(new Result.NotItsDemand(asked.buyer())))
                .defaultIfEmpty(new Result.UnknownDemand(demand));
    }

    private Mono<Result> freeze(UUID demand, UUID buyer, int limit) {
        return lists.hold(demand)
                .flatMap(count -> count >= settings.most()
                        ? Mono.just(new Result.TooMany(settings.most()))
                        : generation
                                .current()
                                .flatMap(now -> recommending
                                        .frozen(demand, limit, now)
                                        .flatMap(list -> row(demand, buyer, now, list))
                                        .flatMap(row ->
                                                lists.insert(row).thenReturn((Result) new Result.Frozen(row.head())))
                                        .defaultIfEmpty(new Result.UnknownDemand(demand))));
    }

    /** Writing and compressing some hundred kilobytes is not for the thread that reads requests. */
    private Mono<PostgresShortLists.Row> row(UUID demand, UUID buyer, String generation, FrozenList list) {
        return Mono.fromCallable(() -> {
                    ListRecord record = list.record();
                    byte[] bytes = ListRecordCodec.encode(record);
                    ShortListView head = new ShortListView(
                            Ids.next(),
                            demand,
                            list.demandVersion(),
                            buyer,
                            // PostgreSQL keeps microseconds; what is answered equals what is read later
                            record.judgedAt().truncatedTo(ChronoUnit.MICROS),
                            record.ranking().version(),
                            generation,
                            record.entries().size(),
                            record.candidates().size(),
                            Kept.digest(bytes));
                    return new PostgresShortLists.Row(
                            head, Kept.compressed(bytes), Kept.compressed(json.writeValueAsBytes(list.shown())));
                })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
