package org.shuqiao.search.thesaurus;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.thesaurus.PublishedAddition;
import org.shuqiao.contracts.thesaurus.ThesaurusEvent;
import org.shuqiao.contracts.thesaurus.ThesaurusExtendedV1;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.index.IndexGeneration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Brings additions into the living thesaurus: all there are when the process begins, then each as it is told. Short lists
 * made with an older one are not used again, since a new generation begins after each change.
 */
@Component
public class FollowingThesaurus implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FollowingThesaurus.class);

    private final LivingThesaurus living;
    private final ThesaurusFeed feed;
    private final IndexGeneration generation;
    private final ThesaurusSettings settings;
    private volatile @Nullable Disposable beginning;

    FollowingThesaurus(
            LivingThesaurus living, ThesaurusFeed feed, IndexGeneration generation, ThesaurusSettings settings) {
        this.living = living;
        this.feed = feed;
        this.generation = generation;
        this.settings = settings;
    }

    /** Makes all additions that listing has; an outage when it does not tell. */
    public Mono<Void> catchUp() {
        return Mono.defer(() ->
                        feed.after(living.version()).concatMap(this::extend).then())
                .then(Mono.fromRunnable(living::complete));
    }

    /** Makes what is told; where something is missing before it, all that listing has. */
    Mono<Void> heard(List<ThesaurusEvent> events) {
        List<PublishedAddition> additions =
                events.stream().map(FollowingThesaurus::addition).toList();
        long newest = additions.getLast().version();
        return extend(additions).then(Mono.defer(() -> living.version() < newest ? catchUp() : Mono.empty()));
    }

    private Mono<Void> extend(List<PublishedAddition> additions) {
        return Mono.fromCallable(() -> living.extend(additions))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(changed -> changed ? changed() : Mono.empty());
    }

    private Mono<Void> changed() {
        LOG.info(
                "The thesaurus has {} additions, {} concepts in all",
                living.version(),
                living.thesaurus().concepts().size());
        return generation.next();
    }

    private static PublishedAddition addition(ThesaurusEvent event) {
        return switch (event) {
            case ThesaurusExtendedV1 e -> new PublishedAddition(e.version(), e.occurredAt(), e.addition());
        };
    }

    @Override
    public void start() {
        if (!living.isComplete()) {
            beginning = catchUp()
                    .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, settings.retryDelay())
                            .doBeforeRetry(retry -> LOG.info(
                                    "Nothing is recognised yet: {}",
                                    retry.failure().getMessage())))
                    .subscribe();
        }
    }

    @Override
    public void stop() {
        Disposable current = beginning;
        if (current != null) {
            current.dispose();
        }
        beginning = null;
    }

    @Override
    public boolean isRunning() {
        return beginning != null;
    }
}
