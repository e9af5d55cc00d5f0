package org.shuqiao.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.TestDatabase;

class PasswordHasherTest {
    private static final String PASSWORD = "river lantern copper seven";

    @Test
    void hashesByArgon2idWithWhatIsSafe() {
        PasswordHasher hasher = new PasswordHasher(TestDatabase.settings(Map.of()));
        String hash = hasher.hash(PASSWORD);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hash);
        assertThat(hasher.matches(PASSWORD, hash)).isTrue();
        assertThat(hasher.matches(PASSWORD + " ", hash)).isFalse();
    }

    @Test
    void matchesNothingWhereThereIsNoAccount() {
        PasswordHasher hasher = new PasswordHasher(TestDatabase.settings(Map.of("passwords.memory", "1MB")));
        assertThat(hasher.matches("nobody has this password", null)).isFalse();
    }

    @Test
    void sendsAwayWhoeverWouldWaitTooLong() throws InterruptedException {
        PasswordHasher hasher = new PasswordHasher(
                TestDatabase.settings(Map.of("passwords.parallelism", "1", "passwords.patience", "1ms")));
        Callable<String> hash = () -> hasher.hash(PASSWORD);
        int busy = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> hashed : threads.invokeAll(Collections.nCopies(8, hash))) {
                busy += isBusy(hashed) ? 1 : 0;
            }
        }
        assertThat(busy).isBetween(1, 7);
    }

    private static boolean isBusy(Future<String> hashed) throws InterruptedException {
        try {
            hashed.get();
            return false;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(PasswordHasher.Busy.class);
            return true;
        }
    }
}
