package org.shuqiao.search.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.alert.RaisingAlerts.Looked;
import org.shuqiao.search.index.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Listings that are told of before they are in the index. */
@SearchIndexTest
class LaggingIndexTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    RaisingAlerts raising;

    @Autowired
    RaisingClock clock;

    @Autowired
    PostgresListings listings;

    private Market market;
    private final List<UUID> told = Stream.generate(UUID::randomUUID).limit(30).toList();
    private final String these =
            told.stream().map(id -> "'" + id + "'").collect(Collectors.joining(",", " WHERE id IN (", ")"));

    @BeforeEach
    void stopped() {
        market = new Market(context);
        clock.stop();
        market.run("UPDATE listing SET due_at = NULL");
        listings.keep(told.stream()
                        .map(id -> new Told(id, Kind.OFFERS, UUID.randomUUID(), 1, true, false, Instant.now(), null))
                        .toList())
                .blockLast();
    }

    @AfterEach
    void started() {
        market.run("UPDATE listing SET due_at = NULL" + these);
        clock.start();
    }

    @Test
    void allThatIsMissingIsPutOffByOneStatement() {
        assertThat(Objects.requireNonNull(raising.raise().block()))
                .satisfies(looked -> assertThat(looked.due() - looked.there()).isGreaterThanOrEqualTo(30));

        assertThat(market.count("SELECT count(*) FROM listing" + these
                        + " AND due_at > told_at AND attempts = 1 AND entered_at IS NULL"))
                .isEqualTo(30);
        assertThat(market.count("SELECT count(DISTINCT (xmin::text, cmin::text)) FROM listing" + these))
                .as("statements that have written it")
                .isEqualTo(1);
    }

    @Test
    void whatStaysAwayIsLookedForLessAndLessAndGivenUpAtLast() {
        market.run("UPDATE listing SET attempts = 6" + these + " AND id < '" + median() + "'");
        market.run("UPDATE listing SET told_at = now() - interval '2 days'" + these + " AND id = '" + told.getFirst()
                + "'");

        raising.raise().block();

        assertThat(market.count("SELECT count(*) FROM listing" + these + " AND due_at IS NULL"))
                .isEqualTo(1);
        assertThat(market.count("SELECT count(*) FROM listing" + these + " AND attempts = 7 AND due_at <= ALL ("
                        + "SELECT due_at FROM listing" + these + " AND attempts = 1)"))
                .as("put off for longer though tried more often")
                .isZero();
    }

    @Test
    void whileLittleArrivesTheClockRestsWhateverIsTold() {
        RaisingClock patient = new RaisingClock(
                raising,
                new AlertSettings(
                        50,
                        500,
                        5_000,
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        Duration.ofHours(1)),
                false);

        assertThat(patient.pause(new Looked(10, 5)).toFuture()).isDone();
        CompletableFuture<Void> idle = patient.pause(new Looked(0, 0)).toFuture();
        CompletableFuture<Void> lagging = patient.pause(new Looked(10, 4)).toFuture();
        assertThat(idle).isNotDone();
        patient.soon();
        assertThat(idle).isDone();
        assertThat(lagging).isNotDone();
        lagging.cancel(true);
    }

    private UUID median() {
        return UUID.fromString(
                told.stream().map(UUID::toString).sorted().toList().get(15));
    }
}
