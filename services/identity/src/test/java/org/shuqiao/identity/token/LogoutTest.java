package org.shuqiao.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.Browser;
import org.shuqiao.identity.Clients;
import org.shuqiao.identity.Flow;
import org.shuqiao.identity.IdentityTest;
import org.shuqiao.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityTest
class LogoutTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private Browser browser;
    private Browser client;
    private Flow.Tokens tokens;

    @BeforeEach
    void signIn() {
        browser = new Browser(port);
        client = new Browser(port);
        People.signedIn(browser);
        tokens = Flow.tokens(browser, port);
    }

    @Test
    void endsTheSessionAndItsTokensAndGoesBackToTheClient() {
        HttpResponse<String> answer = logout(browser, Clients.AFTER_LOGOUT);
        assertThat(Browser.location(answer)).startsWith(Clients.AFTER_LOGOUT).contains("state=s");
        assertThat(Browser.location(browser.get("/sessions"))).endsWith("/sign-in");
        assertThat(Flow.refresh(client, tokens.refresh()).statusCode()).isEqualTo(400);
    }

    @Test
    void endsTheSessionThatTheTokenNamesAlsoFromElsewhere() {
        logout(new Browser(port), Clients.AFTER_LOGOUT);
        assertThat(Browser.location(browser.get("/sessions"))).endsWith("/sign-in");
        assertThat(Flow.refresh(client, tokens.refresh()).statusCode()).isEqualTo(400);
    }

    @Test
    void endsTheTokensOfASessionThatIsGoneAlready() {
        int gone = database.sql("DELETE FROM spring_session WHERE principal_name = ?")
                .param(Flow.subject(tokens))
                .update();
        assertThat(gone).isPositive();
        logout(browser, Clients.AFTER_LOGOUT);
        assertThat(Flow.refresh(client, tokens.refresh()).statusCode()).isEqualTo(400);
    }

    @Test
    void goesNowhereElse() {
        HttpResponse<String> answer = logout(browser, "https://elsewhere.example/");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(browser.get("/sessions").statusCode()).isEqualTo(200);
    }

    @Test
    void leavesSomebodyElsesSessionAlone() {
        Browser other = new Browser(port);
        People.signedIn(other);
        assertThat(logout(other, Clients.AFTER_LOGOUT).statusCode()).isEqualTo(400);
        assertThat(other.get("/sessions").statusCode()).isEqualTo(200);
        assertThat(browser.get("/sessions").statusCode()).isEqualTo(200);
    }

    @Test
    void endsTokensByTheButtonOfThePageToo() {
        HttpResponse<String> answer = browser.submit("/sessions", "/sign-out", Map.of());
        assertThat(Browser.location(answer)).endsWith("/sign-in?ended");
        assertThat(Browser.location(browser.get("/sessions"))).endsWith("/sign-in");
        assertThat(Flow.refresh(client, tokens.refresh()).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> logout(Browser from, String to) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("id_token_hint", tokens.id());
        request.put("client_id", "gateway");
        request.put("post_logout_redirect_uri", to);
        request.put("state", "s");
        return from.get("/connect/logout?" + Browser.form(request));
    }
}
