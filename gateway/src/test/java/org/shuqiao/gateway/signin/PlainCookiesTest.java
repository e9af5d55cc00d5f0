package org.shuqiao.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.shuqiao.gateway.RunningGateway;
import org.shuqiao.gateway.SignInSettings;
import org.shuqiao.gateway.identity.OidcPeer;

/** On a loopback without TLS cookies may do without what some browsers take only by TLS; nowhere else. */
class PlainCookiesTest {

    private static final String PLAIN = "shuqiao.gateway.sessions.secure-cookies=false";

    @Test
    void signsInByPlainCookiesOnALoopback() {
        try (OidcPeer provider = OidcPeer.start();
                RunningGateway gateway = RunningGateway.start(SignInSettings.with(provider, PLAIN))) {
            Browser browser = new Browser(gateway);

            HttpResponse<String> back = browser.signIn();

            assertThat(browser.cookies()).containsOnlyKeys("gateway-session");
            assertThat(back.headers().allValues("Set-Cookie"))
                    .allSatisfy(cookie -> assertThat(cookie)
                            .contains("; HTTPOnly", "; SameSite=Lax")
                            .doesNotContain("Secure"));
            assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesToStartWithThemAnywhereElse() {
        try (OidcPeer provider = OidcPeer.start()) {
            String[] settings = SignInSettings.with(
                    provider, PLAIN, "shuqiao.gateway.identity.public-address=http://shuqiao.example");

            assertThatThrownBy(() -> RunningGateway.start(settings))
                    .rootCause()
                    .hasMessageContaining("on a loopback only");
        }
    }
}
