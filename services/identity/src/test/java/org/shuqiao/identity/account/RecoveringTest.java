package org.shuqiao.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
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
class RecoveringTest {
    private static final String NEW_PASSWORD = "seven boats under the moon";

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
    void setsANewPasswordAndSignsOutEverywhere() throws MessagingException {
        String email = People.signedIn(browser);
        Browser other = new Browser(port);
        String token = tokenFor(email, other);
        assertThat(browser.get("/sessions").statusCode()).isEqualTo(200);

        assertThat(Browser.location(reset(other, token, NEW_PASSWORD))).endsWith("/sign-in?changed");
        assertThat(Browser.location(browser.get("/sessions"))).endsWith("/sign-in");
        assertThat(Browser.location(signIn(email, People.PASSWORD))).endsWith("/sign-in?wrong");
        assertThat(Browser.location(signIn(email, NEW_PASSWORD))).endsWith("/sessions");
        assertThat(Mailbox.to(email, 3).get(2).getSubject()).isEqualTo("Your password was changed");
    }

    @Test
    void answersTheSameForAnAddressWithoutAccountAndWritesToNobody() {
        String known = People.registered(browser);
        String unknown = People.newEmail();
        HttpResponse<String> forUnknown = browser.submit("/recover", Map.of("email", unknown));
        HttpResponse<String> forKnown = browser.submit("/recover", Map.of("email", known));

        assertThat(forUnknown.statusCode()).isEqualTo(forKnown.statusCode());
        assertThat(Browser.location(forUnknown)).isEqualTo(Browser.location(forKnown));
        Mailbox.to(known, 2);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> recoveries(unknown) == 0);
        assertThat(Mailbox.now(unknown)).isEmpty();
    }

    private long recoveries(String email) {
        return database.sql("SELECT count(*) FROM recovery WHERE email_key = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    @Test
    void usesALinkOnceAndVoidsTheOthers() {
        String email = People.registered(browser);
        String first = tokenFor(email, browser);
        browser.submit("/recover", Map.of("email", email));
        String second = Mailbox.token(Mailbox.to(email, 3).get(2));
        reset(browser, second, NEW_PASSWORD);
        assertThat(reset(browser, second, NEW_PASSWORD).statusCode()).isEqualTo(404);
        assertThat(reset(browser, first, NEW_PASSWORD).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesALinkThatIsTooOld() {
        String email = People.registered(browser);
        String token = tokenFor(email, browser);
        database.sql("UPDATE recovery SET expires_at = now() - interval '1 second' WHERE email_key = ?")
                .param(email)
                .update();
        assertThat(reset(browser, token, NEW_PASSWORD).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAWeakPasswordAndKeepsTheLink() {
        String email = People.registered(browser);
        String token = tokenFor(email, browser);
        assertThat(reset(browser, token, "passwordpassword").statusCode()).isEqualTo(422);
        assertThat(Browser.location(reset(browser, token, NEW_PASSWORD))).endsWith("/sign-in?changed");
    }

    @Test
    void writesInTheLanguageOfTheAccountNotOfWhoAsks() throws MessagingException {
        String email = People.registered(browser.speaking("zh-CN"));
        new Browser(port).speaking("fr").submit("/recover", Map.of("email", email));
        var mail = Mailbox.to(email, 2).get(1);
        assertThat(mail.getSubject()).isEqualTo("重设密码");
        assertThat(mail.getHeader("Content-Language")).containsExactly("zh");
    }

    private static String tokenFor(String email, Browser browser) {
        browser.submit("/recover", Map.of("email", email));
        return Mailbox.token(Mailbox.to(email, 2).get(1));
    }

    private static HttpResponse<String> reset(Browser browser, String token, String password) {
        return browser.submit("/recover/reset?token=" + token, Map.of("token", token, "password", password));
    }

    private HttpResponse<String> signIn(String email, String password) {
        return new Browser(port).submit("/sign-in", Map.of("email", email, "password", password));
    }
}
