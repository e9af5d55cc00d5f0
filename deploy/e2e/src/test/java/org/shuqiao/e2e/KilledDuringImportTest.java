package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shuqiao.e2e.Stores.Kept;
import org.shuqiao.local.process.StartFailure;
import org.shuqiao.local.service.Service;

/**
 * {@code kill -9} of listing, of a relay and of search-index at random moments of imports: what was acknowledged is kept
 * once and indexed once, in its right version. In the first half of the rounds the listing that takes the requests does
 * not relay, so that the death of the relay stops all events; in the second half two relays run at once.
 */
@ExtendWith(SharedSystem.class)
class KilledDuringImportTest {
    private static final int ROUNDS = 20;
    private static final int FRESH = 280;
    private static final int REVISED = 20;
    private static final Duration UPLOAD = Duration.ofMillis(1_200);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private enum Victim {
        LISTING,
        RELAY,
        SEARCH_INDEX
    }

    private final RunningSystem system;
    private final Market market;
    private final Importer importer;
    private final Stores stores;
    private final Map<String, Long> acknowledged = new TreeMap<>();

    KilledDuringImportTest(RunningSystem system) {
        this.system = system;
        this.market = new Market(system.door());
        this.importer = new Importer(system.door());
        this.stores = system.stores();
    }

    @Test
    @Timeout(600)
    void losesNothingAndDoublesNothing() throws Exception {
        long began = System.nanoTime();
        long seed = began;
        Random random = new Random(seed);
        String provider = market.provider();
        Map<String, Long> deadBefore = stores.deadLetters();
        Map<Victim, Integer> kills = new EnumMap<>(Victim.class);
        int attempts = 0;

        relayInListing(false);
        for (int round = 0; round < ROUNDS; round++) {
            if (round == ROUNDS / 2) {
                relayInListing(true);
            }
            Victim victim = victim(round, random);
            attempts += round(round, victim, provider, random);
            kills.merge(victim, 1, Integer::sum);
        }
        double rounds = (System.nanoTime() - began) / 1e9;

        Eventually.within(PATIENCE, "the outbox is empty", () -> stores.outbox() == 0);
        assertKeptOnce(provider);
        Map<String, Long> kept = stores.publishedOffersOf(provider);
        awaitIndexed(provider, kept);
        assertThat(stores.deadLetters()).isEqualTo(deadBefore);
        System.out.printf(
                Locale.ROOT,
                "%d rounds of kill -9 %s (seed %d): %d offers acknowledged in %d uploads, all kept once and indexed once;"
                        + " rounds %.0f s, index equal after %.1f s more%n",
                ROUNDS,
                kills,
                seed,
                acknowledged.size(),
                attempts,
                rounds,
                (System.nanoTime() - began) / 1e9 - rounds);
    }

    /** One import, some of whose lines revise the round before, and one offer by hand, while the victim dies. */
    private int round(int round, Victim victim, String provider, Random random) throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < FRESH; i++) {
            lines.add(Market.line(provider, "r%02d-%03d".formatted(round, i), "库存管理 第" + round + "轮"));
        }
        for (int i = 0; i < REVISED && round > 0; i++) {
            String before = "r%02d-%03d".formatted(round - 1, i * (FRESH / REVISED));
            lines.add(random.nextInt(lines.size()), Market.line(provider, before, "库存管理 第二版"));
            acknowledged.put(before, 2L);
        }
        String single = Market.line(provider, "single-%02d".formatted(round), "退货管理");
        Part part = part(victim);
        part.awaitReady();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Importer.Summary> importing =
                    threads.submit(() -> importer.send("kill-" + provider + "-" + round, lines, UPLOAD));
            Future<String> publishing = threads.submit(() -> market.publishPersistently(single));
            TimeUnit.MILLISECONDS.sleep(random.nextLong(50, UPLOAD.toMillis()));
            part.kill();
            part.start();
            Importer.Summary summary = importing.get();
            assertThat(summary.lines()).as("round " + round + ": " + summary).isEqualTo(lines.size());
            assertThat(summary.refused()).as("round " + round + ": " + summary).isZero();
            assertThat(summary.created() + summary.revised() + summary.unchanged())
                    .as("round " + round + ": " + summary)
                    .isEqualTo(lines.size());
            publishing.get();
            for (int i = 0; i < FRESH; i++) {
                acknowledged.put("r%02d-%03d".formatted(round, i), 1L);
            }
            acknowledged.put("single-%02d".formatted(round), 2L);
            return summary.attempts();
        } catch (ExecutionException e) {
            throw new AssertionError("round " + round + ", " + victim + " killed", e.getCause());
        }
    }

    /** Every victim in turn, in a new random order each time. */
    private final List<Victim> turn = new ArrayList<>();

    private Victim victim(int round, Random random) {
        if (round % Victim.values().length == 0) {
            turn.clear();
            turn.addAll(List.of(Victim.values()));
            Collections.shuffle(turn, random);
        }
        return turn.removeLast();
    }

    private Part part(Victim victim) {
        return switch (victim) {
            case LISTING -> system.part(Service.LISTING);
            case RELAY -> system.relay();
            case SEARCH_INDEX -> system.part(Service.SEARCH_INDEX);
        };
    }

    private void relayInListing(boolean enabled) throws StartFailure, InterruptedException {
        system.part(Service.LISTING)
                .set("SHUQIAO_MESSAGING_RELAY_ENABLED", Boolean.toString(enabled))
                .restart();
    }

    private void assertKeptOnce(String provider) throws SQLException {
        Map<String, Long> kept = new TreeMap<>();
        for (Kept offer : stores.offersOf(provider).values()) {
            assertThat(offer.status()).as(offer.toString()).isEqualTo("published");
            kept.put(offer.reference(), offer.version());
        }
        assertThat(kept).isEqualTo(acknowledged);
    }

    private void awaitIndexed(String provider, Map<String, Long> kept) throws InterruptedException {
        try {
            Eventually.within(
                    PATIENCE,
                    "the index has what is kept",
                    () -> stores.indexedOffersOf(provider).equals(kept));
        } catch (AssertionError e) {
            assertThat(stores.indexedOffersOf(provider)).isEqualTo(kept);
        }
    }
}
