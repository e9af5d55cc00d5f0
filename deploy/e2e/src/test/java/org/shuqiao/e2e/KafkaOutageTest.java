package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shuqiao.local.server.Server;

/** Kafka stands still or is dead: publishing goes on, and what was published then is found when Kafka is back. */
@ExtendWith(SharedSystem.class)
class KafkaOutageTest {
    private static final Duration STOPPED = Duration.ofSeconds(10);
    private static final int OFFERS = 20;

    private final RunningSystem system;
    private final Market market;
    private final Stores stores;

    KafkaOutageTest(RunningSystem system) {
        this.system = system;
        this.market = new Market(system.door());
        this.stores = system.stores();
    }

    @Test
    @Timeout(180)
    void publishingGoesOnWhileKafkaStandsStill() throws Exception {
        String provider = market.provider();
        Map<String, Long> deadBefore = stores.deadLetters();
        long began = System.nanoTime();
        List<String> published;
        system.stop(Server.KAFKA);
        try {
            published = publishSome(provider, "stopped");
            long left = STOPPED.toNanos() - (System.nanoTime() - began);
            Thread.sleep(Duration.ofNanos(Math.max(0, left)));
            assertThat(stores.outbox()).isGreaterThanOrEqualTo(OFFERS);
        } finally {
            system.resume(Server.KAFKA);
        }

        awaitDrained("stopped for " + STOPPED.toSeconds() + " s", provider, published, deadBefore);
    }

    @Test
    @Timeout(180)
    void publishingGoesOnWhileKafkaIsDead() throws Exception {
        String provider = market.provider();
        Map<String, Long> deadBefore = stores.deadLetters();
        List<String> published = publishSome(provider, "before");
        system.kill(Server.KAFKA);
        try {
            published.addAll(publishSome(provider, "dead"));
            assertThat(stores.outbox()).isGreaterThanOrEqualTo(OFFERS);
        } finally {
            system.restart(Server.KAFKA);
        }

        awaitDrained("killed", provider, published, deadBefore);
    }

    private List<String> publishSome(String provider, String name) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < OFFERS; i++) {
            ids.add(market.publish(Market.line(provider, name + "-" + i, "库存管理 " + name)));
        }
        return ids;
    }

    private void awaitDrained(String fault, String provider, List<String> published, Map<String, Long> deadBefore)
            throws Exception {
        Duration deadline = Duration.ofSeconds(90);
        Duration drained = Eventually.within(deadline, "the outbox is empty", () -> stores.outbox() == 0);
        Map<String, Long> kept = stores.publishedOffersOf(provider);
        assertThat(kept.keySet()).containsExactlyInAnyOrderElementsOf(published);
        Duration found = Eventually.within(
                deadline,
                "all is in the index",
                () -> stores.indexedOffersOf(provider).equals(kept));
        assertThat(stores.deadLetters()).isEqualTo(deadBefore);
        System.out.printf(
                Locale.ROOT,
                "Kafka %s: %d offers published; outbox drained after %.1f s, all searchable %.1f s later%n",
                fault,
                published.size(),
                drained.toMillis() / 1e3,
                found.toMillis() / 1e3);
    }
}
