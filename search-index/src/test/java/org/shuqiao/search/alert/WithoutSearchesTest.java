package org.shuqiao.search.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.alert.RaisingAlerts.Looked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Listings that enter the market while no search waits for them. */
@SearchIndexTest
class WithoutSearchesTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    RaisingAlerts raising;

    @Autowired
    RaisingClock clock;

    @Autowired
    PostgresListings listings;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    private Market market;
    private UUID provider;
    private UUID owner;
    private final String word = Market.word();

    @BeforeEach
    void stopped() {
        market = new Market(context);
        provider = market.organization();
        owner = market.organization();
        clock.stop();
        market.run("UPDATE listing SET due_at = NULL");
        market.nobodySearches();
    }

    @AfterEach
    void started() {
        clock.start();
    }

    @Test
    void theyEnterOnceTheyAreThere() {
        UUID offer = market.published(provider, word);
        market.due(offer, word);

        raising.raise().block();

        assertThat(market.count("SELECT count(*) FROM listing WHERE entered_at >= told_at AND due_at IS NULL AND id = '"
                        + offer + "'"))
                .isEqualTo(1);
    }

    @Test
    void onlyWhereASearchWaitsTheirFactsAreRead() {
        listings.keepOrganizations(Map.of(provider, 9L)).block();
        UUID offer = market.published(provider, word);
        market.due(offer, word);
        UUID search = market.savedOffers(owner, "something else");
        String it = "SELECT count(*) FROM listing WHERE id = '" + offer + "'";

        // the index knows version 1 of the organization, and only the facts say so
        raising.raise().block();
        assertThat(market.count(it + " AND entered_at IS NULL AND attempts = 1"))
                .isEqualTo(1);
        market.http().send("DELETE", "/saved-searches/" + search, "", "If-Match", "\"1\"");
        market.run("UPDATE listing SET due_at = now() WHERE id = '" + offer + "'");

        raising.raise().block();
        assertThat(market.count(it + " AND entered_at IS NOT NULL AND due_at IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void theyWaitUntilTheyAreValid() {
        Instant from = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
        UUID offer = UUID.randomUUID();
        market.publish(market.offer(offer, provider, 1, word, "{'validFrom':'" + from + "'}"));
        String it = "SELECT count(*) FROM listing WHERE id = '" + offer + "'";
        await().atMost(Market.SOON).until(() -> market.count(it + " AND due_at IS NOT NULL") == 1);

        await().atMost(Market.SOON).until(() -> {
            market.run("UPDATE listing SET due_at = now() WHERE due_at < now() + interval '1 minute'");
            raising.raise().block();
            return market.count(it + " AND due_at = '" + from + "'::timestamptz") == 1;
        });

        assertThat(market.count(it + " AND entered_at IS NULL AND attempts = 0"))
                .isEqualTo(1);
    }

    @Test
    void aSearchThatIsSavedWhileTheyEnterIsAlertedOfThem() {
        UUID offer = market.published(provider, word);
        market.due(offer, word);
        Sinks.Empty<Void> begun = Sinks.empty();
        Sinks.Empty<Void> saved = Sinks.empty();
        CompletableFuture<Void> saving = transaction
                .transactional(database.sql("UPDATE search_revision SET last = last + 1")
                        .then()
                        .then(Mono.fromRunnable(begun::tryEmitEmpty))
                        .then(saved.asMono())
                        .then(database.sql("""
                                        INSERT INTO saved_search (id, owner_id, version, created_at, updated_at, since, revision,
                                            name, kind, parameters, language)
                                        SELECT gen_random_uuid(), $1, 1, now(), now(), clock_timestamp(), last,
                                            'Search', 'offers', $2::jsonb, 'en'
                                        FROM search_revision
                                        """)
                                .bind(0, owner)
                                .bind(1, "{\"q\":[\"" + word + "\"]}")
                                .then()))
                .toFuture();
        begun.asMono().block();

        CompletableFuture<Looked> looked = raising.raise().toFuture();
        await().atMost(Market.SOON).until(() -> market.count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
        saved.tryEmitEmpty();
        saving.join();

        looked.join();
        assertThat(market.alerted(owner, 1)).containsExactly(offer);
    }
}
