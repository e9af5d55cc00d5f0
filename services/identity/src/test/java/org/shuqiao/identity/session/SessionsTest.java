package org.shuqiao.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.Browser;
import org.shuqiao.identity.Flow;
import org.shuqiao.identity.IdentityTest;
import org.shuqiao.identity.People;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
class SessionsTest {
    private static final Pattern SID = Pattern.compile("name=\"sid\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    private Browser here;
    private Browser there;
    private Flow.Tokens tokensOfThere;

    @BeforeEach
    void signInTwice() {
        here = new Browser(port);
        there = new Browser(port);
        String email = People.signedIn(here);
        People.signIn(there, email);
        tokensOfThere = Flow.tokens(there, port);
        Flow.tokens(here, port);
    }

    @Test
    void showsWhereOneIsSignedInAndForWhom() {
        String page = here.get("/sessions").body();
        assertThat(sids(here)).hasSize(2).contains(Flow.sid(tokensOfThere));
        assertThat(page)
                .contains("Test browser", "127.0.0.1", "gateway")
                .containsOnlyOnce("This browser")
                .containsPattern("\\d UTC<");
        assertThat(page)
                .doesNotContain(
                        here.cookies().get("__Host-session"), there.cookies().get("__Host-session"));
    }

    @Test
    void endsOneSessionWithItsTokensAndNoOther() {
        Flow.Tokens tokensOfHere = Flow.tokens(here, port);
        here.submit("/sessions", "/sessions/end", Map.of("sid", Flow.sid(tokensOfThere)));
        assertThat(Browser.location(there.get("/sessions"))).endsWith("/sign-in");
        assertThat(Flow.refresh(new Browser(port), tokensOfThere.refresh()).statusCode())
                .isEqualTo(400);
        assertThat(here.get("/sessions").statusCode()).isEqualTo(200);
        assertThat(Flow.refresh(new Browser(port), tokensOfHere.refresh()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void endsAll() {
        assertThat(Browser.location(here.submit("/sessions", "/sessions/end-all", Map.of())))
                .endsWith("/sign-in?ended");
        assertThat(Browser.location(here.get("/sessions"))).endsWith("/sign-in");
        assertThat(Browser.location(there.get("/sessions"))).endsWith("/sign-in");
        assertThat(Flow.refresh(new Browser(port), tokensOfThere.refresh()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void leavesSomebodyElsesSessionsAlone() {
        Browser stranger = new Browser(port);
        People.signedIn(stranger);
        assertThat(sids(stranger)).hasSize(1).doesNotContain(Flow.sid(tokensOfThere));
        stranger.submit("/sessions", "/sessions/end", Map.of("sid", Flow.sid(tokensOfThere)));
        assertThat(there.get("/sessions").statusCode()).isEqualTo(200);
        assertThat(Flow.refresh(new Browser(port), tokensOfThere.refresh()).statusCode())
                .isEqualTo(200);
    }

    private static List<String> sids(Browser browser) {
        return SID.matcher(browser.get("/sessions").body())
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
