package org.shuqiao.search.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.contracts.search.AlertView;
import org.shuqiao.contracts.search.Delivery;
import org.shuqiao.contracts.search.DigestDueV1;
import org.shuqiao.contracts.search.DigestView;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.messaging.Outbox;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.testkit.TopicReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What is due is looked for at instants a test chooses; real alerts, real database. */
@SearchIndexTest
class SendingDigestsTest {
    private static final EventCodec CODEC = new EventCodec("test");
    private static final String ZONE = "Asia/Almaty";

    @Autowired
    ApplicationContext context;

    @Autowired
    PostgresDigests digests;

    @Autowired
    PostgresAlerts alerts;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionalOperator transaction;

    private Market market;
    private UUID owner;
    private UUID provider;
    private final String word = Market.word();
    /** The owner's day on which a first digest is due: today before its hour, else due. */
    private final LocalDate due =
            LocalDateTime.now(ZoneId.of(ZONE)).plusDays(1).minusHours(8).toLocalDate();

    @BeforeEach
    void market() {
        market = new Market(context);
        owner = market.organization();
        provider = market.organization();
    }

    @Test
    void comesOncePerDayHoweverManyLookAndHoweverLate() {
        daily("");
        daily(" -nothing");
        UUID offer = market.published(provider, word);
        assertThat(market.alerted(owner, 2)).hasSize(2);
        assertThat(market.alerts(owner).items())
                .allSatisfy(alert -> assertThat(alert.delivery()).isEqualTo(Delivery.Mode.daily));

        sendAt(due, 7, 59);
        assertThat(digestsMade()).isZero();
        Mono.when(sendingAt(due, 8, 0), sendingAt(due, 8, 0), sendingAt(due.plusDays(3), 12, 0))
                .block();
        sendAt(due.plusDays(5), 8, 30);

        assertThat(digestsMade()).isEqualTo(1);
        DigestView digest = told().getFirst();
        assertThat(digest.ownerId()).isEqualTo(owner);
        assertThat(digest.count()).isEqualTo(2);
        assertThat(digest.hour()).isEqualTo(8);
        assertThat(digest.alerts())
                .extracting(AlertView::listing)
                .allSatisfy(listing -> assertThat(listing.id()).isEqualTo(offer));
    }

    @Test
    void theNextDayHasOnlyWhatIsNew() {
        daily("");
        market.published(provider, word);
        assertThat(market.alerted(owner, 1)).hasSize(1);
        sendAt(due, 8, 0);
        UUID second = market.published(provider, word);
        assertThat(market.alerted(owner, 2)).hasSize(2);

        sendAt(due, 23, 0);
        assertThat(digestsMade()).isEqualTo(1);
        sendAt(due.plusDays(1), 8, 0);

        assertThat(digestsMade()).isEqualTo(2);
        assertThat(told().getLast().alerts())
                .extracting(alert -> alert.listing().id())
                .containsExactly(second);
    }

    @Test
    void whatIsSeenIsNotInItAndNothingMakesNone() {
        UUID search = daily("");
        market.published(provider, word);
        assertThat(market.alerted(owner, 1)).hasSize(1);
        assertThat(market.http()
                        .post("/saved-searches/" + search + "/seen", "{}")
                        .status())
                .isEqualTo(204);

        sendAt(due, 8, 0);

        assertThat(digestsMade()).isZero();
    }

    @Test
    void whatWasToComeAtOnceIsInNone() {
        market.savedOffers(owner, word);
        market.published(provider, word);
        assertThat(market.alerted(owner, 1)).hasSize(1);

        sendAt(due, 8, 0);

        assertThat(digestsMade()).isZero();
    }

    private UUID daily(String more) {
        return market.saved("{'owner':'" + owner + "','name':'Daily','kind':'offers','parameters':{'q':['" + word + more
                + "']},'delivery':{'mode':'daily','zone':'" + ZONE + "','hour':8}}");
    }

    private void sendAt(LocalDate day, int hour, int minute) {
        sendingAt(day, hour, minute).block();
    }

    private Mono<Void> sendingAt(LocalDate day, int hour, int minute) {
        Instant now = day.atTime(hour, minute).atZone(ZoneId.of(ZONE)).toInstant();
        return new SendingDigests(digests, alerts, outbox, transaction, Clock.fixed(now, ZoneOffset.UTC)).send();
    }

    private long digestsMade() {
        return market.count("SELECT count(*) FROM digest WHERE owner_id = '" + owner + "'");
    }

    private List<DigestView> told() {
        int made = (int) digestsMade();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> market.count("SELECT count(*) FROM outbox WHERE topic = 'search.alert'") == 0);
        return TopicReader.read(
                        EventType.ALERTS,
                        record -> CODEC.event(record) instanceof DigestDueV1 due
                                && due.digest().ownerId().equals(owner),
                        made)
                .stream()
                .map(record -> ((DigestDueV1) CODEC.event(record)).digest())
                .sorted(java.util.Comparator.comparing(DigestView::day))
                .toList();
    }
}
