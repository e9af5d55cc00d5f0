package org.shuqiao.gateway.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.shuqiao.gateway.GatewaySettings;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The cookies of this gateway: the id of the session, and a sign-in on its way. {@code __Host-} binds them to TLS, to
 * this host and to all of its paths; on a loopback without TLS the settings may do without. Cookies know no ports, so the
 * names differ from those of the identity service, which may be at another port of the same host.
 */
@Component
public class SessionCookies {

    private final String session;
    private final String signIn;
    private final boolean secure;

    SessionCookies(GatewaySettings settings) {
        this.secure = settings.sessions().secureCookies();
        if (!secure && !isLoopback(settings.identity().publicAddress().getHost())) {
            throw new IllegalStateException("cookies without Secure were expected on a loopback only, got "
                    + settings.identity().publicAddress());
        }
        String prefix = secure ? "__Host-" : "";
        this.session = prefix + "gateway-session";
        this.signIn = prefix + "gateway-sign-in";
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    /** The session the browser is in, if it sent an id that could be one. */
    public Optional<SessionId> session(ServerHttpRequest request) {
        return in(request, session).flatMap(SessionId::parse);
    }

    /** The cookie ends with the browser, or with its session here. */
    public void giveSession(ServerWebExchange exchange, SessionId id) {
        exchange.getResponse().addCookie(cookie(session, id.value()).build());
    }

    public void takeSession(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie(session, "").maxAge(0).build());
    }

    public Optional<String> signIn(ServerHttpRequest request) {
        return in(request, signIn);
    }

    public void giveSignIn(ServerWebExchange exchange, String value, Duration life) {
        exchange.getResponse().addCookie(cookie(signIn, value).maxAge(life).build());
    }

    public void takeSignIn(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie(signIn, "").maxAge(0).build());
    }

    private static Optional<String> in(ServerHttpRequest request, String name) {
        List<HttpCookie> cookies = request.getCookies().getOrDefault(name, List.of());
        return cookies.size() == 1 ? Optional.of(cookies.getFirst().getValue()) : Optional.empty();
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .secure(secure)
                .httpOnly(true)
                .sameSite("Lax"); // the way back from the identity service begins at another site
    }
}
