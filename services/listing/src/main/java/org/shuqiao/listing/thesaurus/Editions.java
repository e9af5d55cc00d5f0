package org.shuqiao.listing.thesaurus;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.thesaurus.PublishedAddition;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The thesaurus with all additions. It is asked of the database which version is current, so that every process of the
 * service answers alike from the moment a publication commits; the concepts themselves are kept in memory.
 */
@Component
public class Editions {
    private final PostgresAdditions additions;
    private final Mono<Edition> builtIn = Mono.fromCallable(() -> Edition.of(0, Thesaurus.builtIn()))
            .subscribeOn(Schedulers.boundedElastic())
            .cache();
    private final AtomicReference<@Nullable Edition> latest = new AtomicReference<>();

    Editions(PostgresAdditions additions) {
        this.additions = additions;
    }

    public Mono<Edition> current() {
        return additions.version().flatMap(this::at);
    }

    /** The edition of {@code version}, whose additions the current transaction can see, or a later one. */
    public Mono<Edition> at(long version) {
        return Mono.defer(() -> {
            Edition known = latest.get();
            return (known == null ? builtIn : Mono.just(known))
                    .flatMap(edition -> edition.version() >= version ? Mono.just(edition) : extended(edition, version));
        });
    }

    private Mono<Edition> extended(Edition edition, long version) {
        return additions
                .between(edition.version(), version)
                .collectList()
                .publishOn(Schedulers.boundedElastic())
                .map(more -> kept(edition, more));
    }

    private Edition kept(Edition edition, List<PublishedAddition> more) {
        Thesaurus thesaurus = edition.thesaurus()
                .with(more.stream().map(PublishedAddition::addition).toList());
        long version = more.isEmpty() ? edition.version() : more.getLast().version();
        Edition next = Edition.of(version, thesaurus);
        latest.accumulateAndGet(next, (old, made) -> old != null && old.version() >= next.version() ? old : made);
        return next;
    }
}
