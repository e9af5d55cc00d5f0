package org.shuqiao.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every ledger does, wherever it keeps its count. */
interface QuotaLedgerContract {

    QuotaLedger ledger();

    @Test
    default void grantsAsManyPermitsAtOnceAsTheQuotaHas() {
        Quota quota = new Quota("reads", 5, Duration.ofMinutes(1));
        String client = client();

        for (long left = 4; left >= 0; left--) {
            long expected = left;
            assertThat(take(quota, client))
                    .isInstanceOfSatisfying(
                            QuotaAnswer.Granted.class,
                            granted -> assertThat(granted.remaining()).isEqualTo(expected));
        }
        assertThat(take(quota, client))
                .isInstanceOfSatisfying(
                        QuotaAnswer.Exhausted.class,
                        exhausted ->
                                assertThat(exhausted.next()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(12)));
    }

    @Test
    default void saysWhenTheQuotaIsWholeAgain() {
        Quota quota = new Quota("reads", 10, Duration.ofSeconds(10));

        assertThat(take(quota, client()))
                .isInstanceOfSatisfying(
                        QuotaAnswer.Granted.class,
                        granted ->
                                assertThat(granted.full()).isBetween(Duration.ofMillis(900), Duration.ofMillis(1000)));
    }

    @Test
    default void growsBackEvenly() throws InterruptedException {
        Quota quota = new Quota("reads", 4, Duration.ofSeconds(8));
        String client = client();
        for (int i = 0; i < 4; i++) {
            take(quota, client);
        }
        assertThat(take(quota, client)).isInstanceOf(QuotaAnswer.Exhausted.class);

        Thread.sleep(2100); // one permit of 2 s

        assertThat(take(quota, client)).isInstanceOf(QuotaAnswer.Granted.class);
        assertThat(take(quota, client)).isInstanceOf(QuotaAnswer.Exhausted.class);
    }

    @Test
    default void countsEveryClientAndEveryPolicyOnItsOwn() {
        Quota reads = new Quota("reads", 1, Duration.ofMinutes(1));
        Quota writes = new Quota("writes", 1, Duration.ofMinutes(1));
        String one = client();

        assertThat(take(reads, one)).isInstanceOf(QuotaAnswer.Granted.class);
        assertThat(take(reads, one)).isInstanceOf(QuotaAnswer.Exhausted.class);
        assertThat(take(writes, one)).isInstanceOf(QuotaAnswer.Granted.class);
        assertThat(take(reads, client())).isInstanceOf(QuotaAnswer.Granted.class);
    }

    @Test
    default void grantsNoMoreToAClientThatAsksAllAtOnce() {
        Quota quota = new Quota("imports", 20, Duration.ofMinutes(5));
        String client = client();
        QuotaLedger ledger = ledger();

        List<QuotaAnswer> answers = Objects.requireNonNull(Flux.range(0, 200)
                .flatMap(i -> ledger.take(quota, client), 64)
                .collectList()
                .block(Duration.ofSeconds(20)));

        assertThat(answers)
                .hasSize(200)
                .filteredOn(QuotaAnswer.Granted.class::isInstance)
                .hasSize(20);
    }

    @Test
    default void takesNothingFromAClientThatIsRefused() throws InterruptedException {
        Quota quota = new Quota("reads", 2, Duration.ofSeconds(1));
        String client = client();
        for (int i = 0; i < 50; i++) {
            take(quota, client);
        }

        Thread.sleep(550);

        assertThat(take(quota, client)).isInstanceOf(QuotaAnswer.Granted.class);
    }

    default QuotaAnswer take(Quota quota, String client) {
        return Objects.requireNonNull(ledger().take(quota, client).block(Duration.ofSeconds(5)));
    }

    static String client() {
        return UUID.randomUUID().toString();
    }
}
