package org.shuqiao.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.IdentitySettings;
import org.shuqiao.identity.TestClock;
import org.shuqiao.identity.TestDatabase;

class TriesTest {
    private static final IdentitySettings SETTINGS =
            TestDatabase.settings(Map.of("limits.sign-in-per-account", "3/10m"));

    private static TestDatabase database;

    private final TestClock clock = new TestClock();
    private final String subject = UUID.randomUUID().toString();

    @BeforeAll
    static void makeDatabase() {
        database = new TestDatabase();
    }

    @Test
    void grantsSoManyAndGivesOneBackAtATime() {
        PostgresTries tries = tries();
        assertThat(List.of(take(tries), take(tries), take(tries), take(tries)))
                .containsExactly(true, true, true, false);
        clock.passes(Duration.ofMinutes(9));
        assertThat(take(tries)).isFalse();
        clock.passes(Duration.ofMinutes(1));
        assertThat(List.of(take(tries), take(tries))).containsExactly(true, false);
    }

    @Test
    void neverLocksForLongerByMoreTries() {
        PostgresTries tries = tries();
        for (int i = 0; i < 50; i++) {
            take(tries);
        }
        clock.passes(Duration.ofMinutes(10));
        assertThat(take(tries)).isTrue();
    }

    @Test
    void countsRightWhereInstancesAskAtOnce() throws Exception {
        Callable<Boolean> take = () -> take(tries());
        int granted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> taken : threads.invokeAll(Collections.nCopies(20, take))) {
                granted += taken.get() ? 1 : 0;
            }
        }
        assertThat(granted).isEqualTo(3);
    }

    @Test
    void givesOneOrAllBack() {
        PostgresTries tries = tries();
        take(tries);
        take(tries);
        take(tries);
        tries.giveBack(Limit.SIGN_IN_PER_ACCOUNT, subject);
        assertThat(List.of(take(tries), take(tries))).containsExactly(true, false);
        tries.forget(Limit.SIGN_IN_PER_ACCOUNT, subject);
        assertThat(take(tries)).isTrue();
    }

    @Test
    void countsEachKindAndSubjectApart() {
        PostgresTries tries = tries();
        take(tries);
        take(tries);
        take(tries);
        assertThat(tries.take(Limit.SIGN_IN_PER_ACCOUNT, subject + "x")).isTrue();
        assertThat(tries.take(Limit.SIGN_IN_PER_ADDRESS, subject)).isTrue();
    }

    @Test
    void keepsNoAddressAndForgetsWhatIsFullAgain() {
        PostgresTries tries = tries();
        take(tries);
        assertThat(rows()).singleElement().asString().doesNotContain(subject);
        clock.passes(Duration.ofMinutes(11));
        tries.removeFull();
        assertThat(rows()).isEmpty();
    }

    private List<String> rows() {
        return database.client()
                .sql("SELECT tries::text FROM tries WHERE subject = ?")
                .param(TestDatabase.sealer().fingerprint(subject))
                .query(String.class)
                .list();
    }

    private PostgresTries tries() {
        return new PostgresTries(database.client(), TestDatabase.sealer(), SETTINGS, clock);
    }

    private boolean take(PostgresTries tries) {
        return tries.take(Limit.SIGN_IN_PER_ACCOUNT, subject);
    }
}
