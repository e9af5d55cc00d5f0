package org.shuqiao.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.IdentitySettings;
import org.shuqiao.identity.People;
import org.shuqiao.identity.TestClock;
import org.shuqiao.identity.TestDatabase;
import org.shuqiao.identity.account.PostgresAccounts;
import org.shuqiao.identity.limit.PostgresTries;
import org.shuqiao.identity.mail.PostgresMails;
import org.shuqiao.identity.secret.Sealer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class CheckingCodeTest {
    private static final String HERE = "192.0.2.1";
    private static final Duration STEP = Duration.ofSeconds(30);

    private static TestDatabase database;

    private final TestClock clock = new TestClock();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final UUID account = UUID.randomUUID();
    private final TotpSecret secret = TotpSecret.create();

    private CheckingCode checking;
    private List<String> recoveryCodes = List.of();

    @BeforeAll
    static void makeDatabase() {
        database = new TestDatabase();
    }

    @BeforeEach
    void switchOn() {
        context.registerBean(JdbcClient.class, () -> database.client());
        context.registerBean(TransactionTemplate.class, () -> database.transaction());
        context.registerBean(Sealer.class, TestDatabase::sealer);
        context.registerBean(IdentitySettings.class, () -> TestDatabase.settings(Map.of()));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(PostgresTries.class);
        context.registerBean(PostgresAccounts.class);
        context.registerBean(PostgresMails.class);
        context.registerBean(PostgresTotp.class);
        context.registerBean(PostgresRecoveryCodes.class);
        context.registerBean(CheckingCode.class);
        context.registerBean(ConfirmingTotp.class);
        context.refresh();
        checking = context.getBean(CheckingCode.class);
        database.client().sql("DELETE FROM tries").update();
        database.client()
                .sql("""
                        INSERT INTO account
                            (id, email, email_key, language, password_hash, created_at, password_changed_at)
                        VALUES (?, ?, ?, 'EN', '', now(), now())
                        """)
                .param(account)
                .param(People.newEmail())
                .param(People.newEmail())
                .update();
        context.getBean(PostgresTotp.class).offer(account, secret);
        recoveryCodes = context.getBean(ConfirmingTotp.class).confirm(account, code(0));
        clock.passes(STEP.multipliedBy(10));
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void takesTheCodesOfTheStepsNextToNowAndNoOthers() {
        assertThat(check(code(-2))).isEqualTo(CheckingCode.Result.WRONG);
        assertThat(check(code(2))).isEqualTo(CheckingCode.Result.WRONG);
        assertThat(check(code(-1))).isEqualTo(CheckingCode.Result.TAKEN);
        assertThat(check(code(0))).isEqualTo(CheckingCode.Result.TAKEN);
        assertThat(check(code(1))).isEqualTo(CheckingCode.Result.TAKEN);
    }

    @Test
    void takesEachCodeOnceAndNoneBeforeOneThatWasTaken() {
        assertThat(check(code(0))).isEqualTo(CheckingCode.Result.TAKEN);
        assertThat(check(code(0))).isEqualTo(CheckingCode.Result.WRONG);
        assertThat(check(code(-1))).isEqualTo(CheckingCode.Result.WRONG);
        clock.passes(STEP);
        assertThat(check(code(-1))).isEqualTo(CheckingCode.Result.WRONG);
        assertThat(check(code(0))).isEqualTo(CheckingCode.Result.TAKEN);
    }

    @Test
    void takesACodeForOneOfTwoWhoShowItAtOnce() throws Exception {
        String code = code(0);
        Callable<CheckingCode.Result> show = () -> check(code);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<CheckingCode.Result> results = threads.invokeAll(Collections.nCopies(4, show)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(results).containsOnlyOnce(CheckingCode.Result.TAKEN);
        }
    }

    @Test
    void takesNoMoreAfterFiveWrongOnesUntilTimeHasPassed() {
        for (int i = 0; i < 5; i++) {
            assertThat(check("no code")).isEqualTo(CheckingCode.Result.WRONG);
        }
        assertThat(check(code(0))).isEqualTo(CheckingCode.Result.TOO_OFTEN);
        assertThat(check(recoveryCodes.getFirst())).isEqualTo(CheckingCode.Result.TOO_OFTEN);
        clock.passes(Duration.ofMinutes(30));
        assertThat(check(code(0))).isEqualTo(CheckingCode.Result.TAKEN);
    }

    @Test
    void takesEachRecoveryCodeOnceHoweverItIsTyped() {
        assertThat(recoveryCodes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("\\w{5}-\\w{5}"));
        String typed = " " + recoveryCodes.get(3).toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(check(typed)).isEqualTo(CheckingCode.Result.TAKEN);
        assertThat(check(recoveryCodes.get(3))).isEqualTo(CheckingCode.Result.WRONG);
        assertThat(check(recoveryCodes.get(4))).isEqualTo(CheckingCode.Result.TAKEN);
        assertThat(context.getBean(PostgresRecoveryCodes.class).left(account)).isEqualTo(8);
    }

    @Test
    void takesNoRecoveryCodeOfBeforeTheNewOnes() {
        List<String> renewed = context.getBean(PostgresRecoveryCodes.class).renew(account);
        assertThat(check(recoveryCodes.getFirst())).isEqualTo(CheckingCode.Result.WRONG);
        assertThat(check(renewed.getFirst())).isEqualTo(CheckingCode.Result.TAKEN);
    }

    @Test
    void takesNothingForAnotherAccount() {
        UUID other = UUID.randomUUID();
        assertThat(checking.check(other, code(0), HERE)).isEqualTo(CheckingCode.Result.WRONG);
        assertThat(checking.check(other, recoveryCodes.getFirst(), HERE)).isEqualTo(CheckingCode.Result.WRONG);
        assertThat(check(recoveryCodes.getFirst())).isEqualTo(CheckingCode.Result.TAKEN);
    }

    @Test
    void keepsNoSecretReadable() {
        byte[] kept = database.client()
                .sql("SELECT sealed FROM totp WHERE account_id = ?")
                .param(account)
                .query((row, _) -> row.getBytes(1))
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret.bytes(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void leavesASecretThatCountsWhereAnotherIsOffered() {
        context.getBean(PostgresTotp.class).offer(account, TotpSecret.create());
        assertThat(check(code(0))).isEqualTo(CheckingCode.Result.TAKEN);
    }

    private CheckingCode.Result check(String code) {
        return checking.check(account, code, HERE);
    }

    /** The code of so many steps after now. */
    private String code(int steps) {
        return secret.code(TotpSecret.step(clock.instant()) + steps);
    }
}
