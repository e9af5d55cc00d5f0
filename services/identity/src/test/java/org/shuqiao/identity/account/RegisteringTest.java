package org.shuqiao.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.Browser;
import org.shuqiao.identity.IdentityTest;
import org.shuqiao.identity.Mailbox;
import org.shuqiao.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityTest
class RegisteringTest {
    private final String email = People.newEmail();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void makesAnAccountOnceTheAddressIsConfirmed() {
        HttpResponse<String> asked = register(email, People.PASSWORD);
        assertThat(Browser.location(asked)).endsWith("/register/sent");
        String token = Mailbox.token(Mailbox.to(email, 1).getFirst());
        assertThat(Browser.location(signIn(People.PASSWORD))).endsWith("/sign-in?wrong");

        assertThat(Browser.location(confirm(token, People.PASSWORD))).endsWith("/sign-in?confirmed");
        assertThat(Browser.location(signIn(People.PASSWORD))).endsWith("/sessions");
    }

    @Test
    void answersTheSameForAnAddressThatHasAnAccount() throws MessagingException {
        String known = People.registered(browser);
        HttpResponse<String> forKnown = register(known, "another copper lantern");
        HttpResponse<String> forNew = register(email, "another copper lantern");

        assertThat(forKnown.statusCode()).isEqualTo(forNew.statusCode());
        assertThat(Browser.location(forKnown)).isEqualTo(Browser.location(forNew));
        assertThat(forKnown.body()).isEqualTo(forNew.body());
        MimeMessage second = Mailbox.to(known, 2).get(1);
        assertThat(second.getSubject()).isEqualTo("You already have an account");
        assertThat(Mailbox.text(second)).doesNotContain("token=");
        assertThat(database.sql("SELECT count(*) FROM registration WHERE email_key = ?")
                        .param(known)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void knowsTheAddressInUpperCaseToo() throws MessagingException {
        String known = People.registered(browser);
        register(known.toUpperCase(Locale.ROOT), "another copper lantern");
        assertThat(Mailbox.to(known, 2).get(1).getSubject()).isEqualTo("You already have an account");
    }

    @Test
    void usesALinkOnce() {
        register(email, People.PASSWORD);
        String token = Mailbox.token(Mailbox.to(email, 1).getFirst());
        confirm(token, People.PASSWORD);
        assertThat(confirm(token, People.PASSWORD).statusCode()).isEqualTo(404);
    }

    @Test
    void doesNotUseALinkUpByOpeningIt() {
        register(email, People.PASSWORD);
        String token = Mailbox.token(Mailbox.to(email, 1).getFirst());
        browser.get("/register/confirm?token=" + token);
        browser.get("/register/confirm?token=" + token);
        assertThat(Browser.location(confirm(token, People.PASSWORD))).endsWith("/sign-in?confirmed");
    }

    @Test
    void refusesALinkThatIsTooOld() {
        register(email, People.PASSWORD);
        String token = Mailbox.token(Mailbox.to(email, 1).getFirst());
        database.sql("UPDATE registration SET expires_at = now() - interval '1 second' WHERE email_key = ?")
                .param(email)
                .update();
        assertThat(confirm(token, People.PASSWORD).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesTheOwnerOfTheMailWithoutThePassword() {
        register(email, "chosen by somebody else");
        String token = Mailbox.token(Mailbox.to(email, 1).getFirst());
        for (int i = 0; i < PostgresLinks.MOST_FAILURES; i++) {
            assertThat(confirm(token, People.PASSWORD).statusCode()).isEqualTo(422);
        }
        assertThat(confirm(token, "chosen by somebody else").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAWeakPasswordAndKeepsNothing() {
        HttpResponse<String> answer = register(email, "password1234");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("among the first that are guessed").contains(email);
        assertThat(answer.body()).doesNotContain("password1234");
        assertThat(register("nobody", People.PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void refusesMoreMailsToOneAddressThanFive() {
        for (int i = 0; i < 5; i++) {
            assertThat(register(email, People.PASSWORD).statusCode()).isEqualTo(302);
        }
        assertThat(register(email, People.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void keepsNeitherTokenNorPassword() {
        register(email, People.PASSWORD);
        String token = Mailbox.token(Mailbox.to(email, 1).getFirst());
        List<String> rows = database.sql("SELECT registration::text FROM registration WHERE email_key = ?")
                .param(email)
                .query(String.class)
                .list();
        assertThat(rows).singleElement().asString().contains("$argon2id$").doesNotContain(token, People.PASSWORD);
    }

    private HttpResponse<String> register(String address, String password) {
        return browser.submit("/register", Map.of("email", address, "password", password));
    }

    private HttpResponse<String> confirm(String token, String password) {
        return browser.submit("/register/confirm?token=" + token, Map.of("token", token, "password", password));
    }

    private HttpResponse<String> signIn(String password) {
        return browser.submit("/sign-in", Map.of("email", email, "password", password));
    }
}
