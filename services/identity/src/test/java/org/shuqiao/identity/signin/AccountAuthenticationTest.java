package org.shuqiao.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.IdentitySettings;
import org.shuqiao.identity.People;
import org.shuqiao.identity.TestClock;
import org.shuqiao.identity.TestDatabase;
import org.shuqiao.identity.account.PasswordHasher;
import org.shuqiao.identity.account.PostgresAccounts;
import org.shuqiao.identity.limit.PostgresTries;
import org.shuqiao.identity.secret.Sealer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What counts for a network address, whichever account is tried. */
class AccountAuthenticationTest {
    private static final IdentitySettings SETTINGS =
            TestDatabase.settings(Map.of("limits.sign-in-per-address", "3/1m", "passwords.memory", "1MB"));
    private static final String HERE = "192.0.2.1";

    private static TestDatabase database;

    private final TestClock clock = new TestClock();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private AccountAuthentication signIn;

    @BeforeAll
    static void makeDatabase() {
        database = new TestDatabase();
    }

    @BeforeEach
    void start() {
        database.client().sql("DELETE FROM tries").update();
        context.registerBean(JdbcClient.class, () -> database.client());
        context.registerBean(Sealer.class, TestDatabase::sealer);
        context.registerBean(IdentitySettings.class, () -> SETTINGS);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(PostgresTries.class);
        context.registerBean(PostgresAccounts.class);
        context.registerBean(PasswordHasher.class);
        context.registerBean(AccountAuthentication.class);
        context.refresh();
        signIn = context.getBean(AccountAuthentication.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void locksAnAddressThatTriesManyAccounts() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> from(HERE, People.newEmail())).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> from(HERE, People.newEmail())).isInstanceOf(LockedException.class);
        assertThatThrownBy(() -> from("192.0.2.2", People.newEmail())).isInstanceOf(BadCredentialsException.class);
        clock.passes(Duration.ofMinutes(1));
        assertThatThrownBy(() -> from(HERE, People.newEmail())).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void countsOnlyWrongPasswords() {
        String email = account();
        for (int i = 0; i < 10; i++) {
            assertThat(from(HERE, email).isAuthenticated()).isTrue();
        }
    }

    @Test
    void namesTheAccountByItsIdAndEverySessionByAnother() {
        String email = account();
        Authentication first = from(HERE, email);
        Authentication second = from(HERE, email);
        assertThat(UUID.fromString(first.getName())).isEqualTo(UUID.fromString(second.getName()));
        assertThat(first.getDetails()).isNotEqualTo(second.getDetails());
        assertThat(first.getCredentials()).isNull();
    }

    private String account() {
        String email = People.newEmail();
        database.client()
                .sql("""
                        INSERT INTO account
                            (id, email, email_key, language, password_hash, created_at, password_changed_at)
                        VALUES (?, ?, ?, 'EN', ?, now(), now())
                        """)
                .param(UUID.randomUUID())
                .param(email)
                .param(email)
                .param(context.getBean(PasswordHasher.class).hash(People.PASSWORD))
                .update();
        return email;
    }

    private Authentication from(String address, String email) {
        var given = UsernamePasswordAuthenticationToken.unauthenticated(email, People.PASSWORD);
        given.setDetails(new WebAuthenticationDetails(address, null));
        return signIn.authenticate(given);
    }
}
