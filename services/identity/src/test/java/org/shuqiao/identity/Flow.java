package org.shuqiao.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shuqiao.identity.secret.SecretToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The authorization code flow as the gateway goes through it. */
public final class Flow {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GATEWAY = basic("gateway", Clients.GATEWAY_SECRET);

    private final String verifier = SecretToken.create().value();

    /** What a token request answered. */
    public record Tokens(String access, String refresh, String id) {}

    public static String basic(String client, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** The parameters of the request for a code, with PKCE. */
    public Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", "gateway");
        request.put("redirect_uri", Clients.REDIRECT);
        request.put("scope", "openid profile email");
        request.put("state", "the-state");
        request.put("nonce", "the-nonce");
        request.put(
                "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(SecretToken.hash(verifier)));
        request.put("code_challenge_method", "S256");
        return request;
    }

    public static HttpResponse<String> authorize(Browser browser, Map<String, String> request) {
        return browser.get("/oauth2/authorize?" + Browser.form(request));
    }

    /** A code for a browser that is signed in. */
    public String code(Browser browser) {
        return Browser.parameter(authorize(browser, request()), "code");
    }

    public HttpResponse<String> exchange(Browser client, String code) {
        return token(
                client,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        Clients.REDIRECT,
                        "code_verifier",
                        verifier));
    }

    public static HttpResponse<String> refresh(Browser client, String refreshToken) {
        return token(client, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    public static HttpResponse<String> token(Browser client, Map<String, String> fields) {
        return client.post("/oauth2/token", fields, GATEWAY);
    }

    /** The tokens of a browser that is signed in. */
    public static Tokens tokens(Browser browser, int port) {
        Flow flow = new Flow();
        return tokens(flow.exchange(new Browser(port), flow.code(browser)));
    }

    public static Tokens tokens(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        JsonNode body = JSON.readTree(answer.body());
        return new Tokens(
                body.path("access_token").asString(),
                body.path("refresh_token").asString(),
                body.path("id_token").asString());
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    public static JWTClaimsSet claims(String jwt) {
        try {
            return SignedJWT.parse(jwt).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The account that tokens are for. */
    public static String subject(Tokens tokens) {
        return claims(tokens.id()).getSubject();
    }

    /** The session that tokens came from. */
    public static String sid(Tokens tokens) {
        return String.valueOf(claims(tokens.id()).getClaim("sid"));
    }
}
