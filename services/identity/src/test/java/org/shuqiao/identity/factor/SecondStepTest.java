package org.shuqiao.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.Browser;
import org.shuqiao.identity.Clients;
import org.shuqiao.identity.Flow;
import org.shuqiao.identity.IdentityTest;
import org.shuqiao.identity.Mailbox;
import org.shuqiao.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** The second step as a browser goes through it. */
@IdentityTest
class SecondStepTest {
    private static final String CODE = "/sign-in/code";

    @LocalServerPort
    private int port;

    @Autowired
    private FindByIndexNameSessionRepository<? extends Session> sessions;

    private Browser browser;
    private Browser elsewhere;
    private String email;
    private TotpSecret secret;
    private List<String> recoveryCodes;
    private long lastStep;

    @BeforeEach
    void switchOn() {
        browser = new Browser(port);
        elsewhere = new Browser(port);
        email = People.signedIn(browser);
        browser.submit("/factors", "/factors/totp/offer", Map.of());
        String page = browser.get("/factors/totp").body();
        Matcher matcher =
                Pattern.compile("secret=([A-Z2-7]{32})&amp;issuer=Shuqiao").matcher(page);
        assertThat(matcher.find()).isTrue();
        assertThat(page).contains("<svg").doesNotContain("<script", "data:");
        secret = new TotpSecret(Base32.decode(matcher.group(1)));
        HttpResponse<String> confirmed =
                browser.submit("/factors/totp", "/factors/totp/confirm", Map.of("code", nextCode()));
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(confirmed.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        recoveryCodes = codes(confirmed.body());
    }

    @Test
    void showsTenRecoveryCodesOnceAndStaysSignedIn() {
        assertThat(recoveryCodes).hasSize(10);
        assertThat(browser.get("/factors").body()).contains("not used yet: 10").doesNotContain(recoveryCodes);
        assertThat(Browser.location(browser.get("/factors/totp"))).endsWith("/factors");
        assertThat(browser.get("/sessions").statusCode()).isEqualTo(200);
    }

    @Test
    void opensNothingBeforeTheCode() {
        assertThat(Browser.location(password(elsewhere))).endsWith(CODE);
        for (String path : List.of("/", "/sessions", "/factors", "/factors/totp")) {
            assertThat(Browser.location(elsewhere.get(path))).as(path).contains(CODE);
        }
        HttpResponse<String> authorize = Flow.authorize(elsewhere, new Flow().request());
        assertThat(Browser.location(authorize)).contains(CODE).doesNotContain("code=");
        assertThat(elsewhere.submit(CODE, "/sessions/end-all", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/sessions").statusCode()).isEqualTo(200);
        assertThat(browser.get("/sessions").body()).containsOnlyOnce("Test browser");
    }

    @Test
    void leadsBackToTheClientAfterTheCode() throws ParseException {
        Flow flow = new Flow();
        Flow.authorize(elsewhere, flow.request());
        password(elsewhere);
        String cookie = elsewhere.cookies().get("__Host-session");
        HttpResponse<String> back = elsewhere.submit(CODE, Map.of("code", nextCode()));
        assertThat(elsewhere.cookies().get("__Host-session")).isNotEqualTo(cookie);
        HttpResponse<String> answer = elsewhere.get(Browser.location(back));
        assertThat(Browser.location(answer)).startsWith(Clients.REDIRECT);
        Flow.Tokens tokens = Flow.tokens(flow.exchange(new Browser(port), Browser.parameter(answer, "code")));
        assertThat(Flow.claims(tokens.access()).getStringListClaim("amr")).containsExactly("pwd", "otp", "mfa");
        assertThat(Flow.claims(tokens.id()).getStringListClaim("amr")).containsExactly("pwd", "otp", "mfa");
        Flow.Tokens next = Flow.tokens(Flow.refresh(new Browser(port), tokens.refresh()));
        assertThat(Flow.claims(next.access()).getStringListClaim("amr")).contains("mfa");
        assertThat(elsewhere.get("/sessions").body()).contains("second step");
    }

    @Test
    void namesThePasswordAloneWhereThatWasAll() throws ParseException {
        Browser plain = new Browser(port);
        People.signedIn(plain);
        assertThat(Flow.claims(Flow.tokens(plain, port).access()).getStringListClaim("amr"))
                .containsExactly("pwd");
    }

    @Test
    void refusesAWrongCodeAndOneThatWasUsed() {
        password(elsewhere);
        String code = nextCode();
        assertThat(elsewhere.submit(CODE, Map.of("code", "000")).statusCode()).isEqualTo(422);
        assertThat(Browser.location(elsewhere.submit(CODE, Map.of("code", code))))
                .endsWith("/sessions");
        Browser third = new Browser(port);
        password(third);
        assertThat(third.submit(CODE, Map.of("code", code)).statusCode()).isEqualTo(422);
        assertThat(Browser.location(third.get("/sessions"))).contains(CODE);
    }

    @Test
    void takesARecoveryCodeOnce() {
        password(elsewhere);
        assertThat(Browser.location(elsewhere.submit(CODE, Map.of("code", recoveryCodes.getFirst()))))
                .endsWith("/sessions");
        Browser third = new Browser(port);
        password(third);
        assertThat(third.submit(CODE, Map.of("code", recoveryCodes.getFirst())).statusCode())
                .isEqualTo(422);
        assertThat(browser.get("/factors").body()).contains("not used yet: 9");
    }

    @Test
    void asksNoMoreAfterTooManyWrongCodes() {
        password(elsewhere);
        for (int i = 0; i < 5; i++) {
            assertThat(elsewhere.submit(CODE, Map.of("code", "000")).statusCode())
                    .isEqualTo(422);
        }
        assertThat(elsewhere.submit(CODE, Map.of("code", nextCode())).statusCode())
                .isEqualTo(429);
    }

    @Test
    void asksForThePasswordFirst() {
        assertThat(Browser.location(elsewhere.get(CODE))).contains("/sign-in").doesNotContain(CODE);
        assertThat(elsewhere
                        .post(CODE, Map.of("code", recoveryCodes.getFirst()), null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/factors").body()).contains("not used yet: 10");
    }

    @Test
    void staysOnWhenThePasswordIsRecoveredByMail() {
        Mailbox.to(email, 2);
        elsewhere.submit("/recover", Map.of("email", email));
        String token = Mailbox.token(Mailbox.to(email, 3).get(2));
        String chosen = "seven boats at dawn";
        elsewhere.submit("/recover/reset?token=" + token, Map.of("token", token, "password", chosen));
        assertThat(Browser.location(elsewhere.submit("/sign-in", Map.of("email", email, "password", chosen))))
                .endsWith(CODE);
        assertThat(Browser.location(elsewhere.get("/sessions"))).contains(CODE);
    }

    @Test
    void asksOtherSessionsOfTheAccountToo() {
        Browser plain = new Browser(port);
        String other = People.signedIn(plain);
        Browser second = new Browser(port);
        People.signIn(second, other);
        plain.submit("/factors", "/factors/totp/offer", Map.of());
        assertThat(second.get("/sessions").statusCode()).isEqualTo(200);
        switchOn(plain);
        assertThat(plain.get("/sessions").statusCode()).isEqualTo(200);
        assertThat(Browser.location(second.get("/sessions"))).contains(CODE);
    }

    private void switchOn(Browser by) {
        Matcher matcher = Pattern.compile("secret=([A-Z2-7]{32})&")
                .matcher(by.get("/factors/totp").body());
        assertThat(matcher.find()).isTrue();
        TotpSecret offered = new TotpSecret(Base32.decode(matcher.group(1)));
        assertThat(by.submit("/factors/totp", "/factors/totp/confirm", Map.of("code", "000"))
                        .statusCode())
                .isEqualTo(422);
        by.submit(
                "/factors/totp", "/factors/totp/confirm", Map.of("code", offered.code(TotpSecret.step(Instant.now()))));
    }

    @Test
    void isSwitchedOffByPasswordAndCodeTogether() {
        String recovery = recoveryCodes.getFirst();
        assertThat(remove("not the password at all", recovery).statusCode()).isEqualTo(422);
        assertThat(remove(People.PASSWORD, "000").statusCode()).isEqualTo(422);
        assertThat(Browser.location(password(new Browser(port)))).endsWith(CODE);
        assertThat(Browser.location(remove(People.PASSWORD, recovery))).endsWith("/factors?off");
        assertThat(Browser.location(password(new Browser(port)))).endsWith("/sessions");
    }

    @Test
    void saysByMailThatItIsOnAndThatItIsOff() throws MessagingException {
        assertThat(Mailbox.to(email, 2).get(1).getSubject()).isEqualTo("The second step is on");
        remove(People.PASSWORD, recoveryCodes.getFirst());
        assertThat(Mailbox.to(email, 3).get(2).getSubject()).isEqualTo("The second step is off");
        assertThat(Mailbox.text(Mailbox.now(email).get(2))).doesNotContain("?token=");
    }

    @Test
    void makesNewRecoveryCodesForACode() {
        assertThat(browser.submit("/factors", "/factors/codes", Map.of("code", "000"))
                        .statusCode())
                .isEqualTo(422);
        String page = browser.submit("/factors", "/factors/codes", Map.of("code", recoveryCodes.getFirst()))
                .body();
        assertThat(codes(page)).hasSize(10).doesNotContainAnyElementsOf(recoveryCodes);
    }

    @Test
    void isChangedOnlySoonAfterASignInWhichLeavesTheSessionItsTokens() {
        Flow.Tokens tokens = Flow.tokens(browser, port);
        age(sessions, Flow.subject(tokens));
        assertThat(browser.get("/sessions").statusCode()).isEqualTo(200);
        assertThat(Browser.location(browser.get("/factors")))
                .contains("/sign-in?")
                .doesNotContain(CODE);
        assertThat(Browser.location(password(browser))).endsWith(CODE);
        HttpResponse<String> back = browser.submit(CODE, Map.of("code", recoveryCodes.getFirst()));
        assertThat(Browser.location(back)).contains("/factors");
        assertThat(browser.get("/factors").statusCode()).isEqualTo(200);
        assertThat(Flow.sid(Flow.tokens(browser, port))).isEqualTo(Flow.sid(tokens));
    }

    /** Lets an hour pass since the factors of the account's sessions were shown. */
    private static <S extends Session> void age(FindByIndexNameSessionRepository<S> sessions, String account) {
        for (S session : sessions.findByPrincipalName(account).values()) {
            SecurityContextImpl context = session.getRequiredAttribute("SPRING_SECURITY_CONTEXT");
            var now = context.getAuthentication();
            assertThat(now).isNotNull();
            var aged = UsernamePasswordAuthenticationToken.authenticated(
                    now.getName(),
                    null,
                    now.getAuthorities().stream()
                            .map(authority -> FactorGrantedAuthority.withAuthority(
                                            String.valueOf(authority.getAuthority()))
                                    .issuedAt(Instant.now().minus(Duration.ofHours(1)))
                                    .build())
                            .toList());
            aged.setDetails(now.getDetails());
            session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(aged));
            sessions.save(session);
        }
    }

    private HttpResponse<String> remove(String password, String code) {
        return browser.submit("/factors", "/factors/totp/remove", Map.of("password", password, "code", code));
    }

    private HttpResponse<String> password(Browser from) {
        return from.submit("/sign-in", Map.of("email", email, "password", People.PASSWORD));
    }

    /** What the application shows now, or next where that was used. */
    private String nextCode() {
        lastStep = Math.max(lastStep + 1, TotpSecret.step(Instant.now()));
        return secret.code(lastStep);
    }

    private static List<String> codes(String page) {
        return Pattern.compile("<li>([0-9A-Z]{5}-[0-9A-Z]{5})</li>")
                .matcher(page)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
