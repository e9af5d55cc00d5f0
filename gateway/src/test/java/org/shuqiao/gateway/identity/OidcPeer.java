package org.shuqiao.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID provider as the gateway meets one: a real HTTP server on the loopback that signs real tokens, wants PKCE and
 * the client's secret, takes a code once, and removes a family of refresh tokens when one comes twice. Whoever is sent to
 * it is signed in at once, as {@link #account}.
 */
public final class OidcPeer implements AutoCloseable {

    public static final String SECRET = "a-secret-of-the-test-with-32-characters";
    private static final LoopResources THREADS = LoopResources.create("oidc", 2, true);

    private record Code(String challenge, String nonce, String account) {}

    public final AtomicInteger refreshes = new AtomicInteger();
    public final AtomicInteger keysAsked = new AtomicInteger();
    public final List<String> endedHints = new CopyOnWriteArrayList<>();
    public volatile String account = UUID.randomUUID().toString();
    public volatile Duration accessLife = Duration.ofMinutes(5);
    public volatile Duration refreshTakes = Duration.ZERO;
    /** Changes the claims of ID tokens. */
    public volatile Consumer<JWTClaimsSet.Builder> idTokens = claims -> {};

    private final int port;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    /** Family by refresh token, those used included. */
    private final Map<String, String> families = new ConcurrentHashMap<>();

    private final Map<String, String> newest = new ConcurrentHashMap<>();
    private final Map<String, String> accounts = new ConcurrentHashMap<>();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private volatile RSAKey key = newKey();
    private @Nullable DisposableServer server;

    private OidcPeer(int port) {
        this.port = port;
    }

    public static OidcPeer start() {
        OidcPeer peer = new OidcPeer(org.shuqiao.gateway.RunningRedis.freePort());
        peer.resume();
        return peer;
    }

    public void resume() {
        server = HttpServer.create()
                .runOn(THREADS)
                .host("127.0.0.1")
                .port(port)
                .channelGroup(connections)
                .handle(this::answer)
                .bindNow(Duration.ofSeconds(10));
    }

    /** Goes away; {@link #resume} brings it back with all it knew. */
    @Override
    public void close() {
        DisposableServer running = server;
        if (running != null) {
            running.disposeNow(Duration.ofSeconds(5));
            connections.close().awaitUninterruptibly(); // those that rest would be answered on
            server = null;
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Signs with another key from now on; the one before is not published any more. */
    public void changeKey() {
        key = newKey();
    }

    /** What somebody does who ends all sessions at the provider's own page. */
    public void endAllSessions() {
        newest.clear();
    }

    /** A token as RFC 9068 has it; {@code change} makes it another. */
    public String accessToken(Consumer<JWTClaimsSet.Builder> change) {
        return accessToken(key, new JOSEObjectType("at+jwt"), change);
    }

    public String accessToken(RSAKey signer, JOSEObjectType type, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(account)
                .audience("shuqiao")
                .claim("client_id", "partner")
                .claim("scope", "offers.read")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        change.accept(claims);
        return signed(signer, type, claims.build());
    }

    /** Whom a token is about. */
    public static String subject(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getSubject();
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }

    public RSAKey key() {
        return key;
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(RSAKey signer, JOSEObjectType type, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(signer.getKeyID())
                            .type(type)
                            .build(),
                    claims);
            token.sign(new RSASSASigner(signer));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return switch (request.path()) {
            case ".well-known/openid-configuration" -> json(response, 200, metadata());
            case "oauth2/jwks" -> {
                keysAsked.incrementAndGet();
                yield json(response, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
            }
            case "oauth2/authorize" -> authorize(request, response);
            case "oauth2/token" ->
                request.receive().aggregate().asString().flatMap(body -> Mono.from(token(request, response, body)));
            case "connect/logout" ->
                request.receive().aggregate().asString().flatMap(body -> {
                    endedHints.add(form(body).get("id_token_hint"));
                    return response.status(302).header("Location", "/").send().then();
                });
            default -> response.sendNotFound();
        };
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", issuer());
        metadata.put("authorization_endpoint", issuer() + "/oauth2/authorize");
        metadata.put("token_endpoint", issuer() + "/oauth2/token");
        metadata.put("jwks_uri", issuer() + "/oauth2/jwks");
        metadata.put("end_session_endpoint", issuer() + "/connect/logout");
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("subject_types_supported", List.of("public"));
        metadata.put("id_token_signing_alg_values_supported", List.of("RS256"));
        return metadata;
    }

    private Publisher<Void> authorize(HttpServerRequest request, HttpServerResponse response) {
        Map<String, String> asked = form(new QueryStringDecoder(request.uri()).rawQuery());
        if (!"S256".equals(asked.get("code_challenge_method")) || !"code".equals(asked.get("response_type"))) {
            return response.status(400).send();
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Code(asked.get("code_challenge"), asked.get("nonce"), account));
        return response.status(302)
                .header("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"))
                .send();
    }

    private Publisher<Void> token(HttpServerRequest request, HttpServerResponse response, String body) {
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("gateway:" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!basic.equals(request.requestHeaders().get("Authorization"))) {
            return json(response, 401, Map.of("error", "invalid_client"));
        }
        Map<String, String> form = form(body);
        if ("refresh_token".equals(form.get("grant_type"))) {
            refreshes.incrementAndGet();
            Map<String, Object> answer = refreshed(form.get("refresh_token"));
            return Mono.delay(refreshTakes)
                    .then(Mono.defer(() -> Mono.from(json(response, answer.containsKey("error") ? 400 : 200, answer))));
        }
        Code code = codes.remove(form.get("code"));
        if (code == null || !code.challenge().equals(hash(form.get("code_verifier")))) {
            return json(response, 400, Map.of("error", "invalid_grant"));
        }
        return json(response, 200, tokens(UUID.randomUUID().toString(), code.account(), code.nonce()));
    }

    private Map<String, Object> refreshed(String token) {
        String family = families.get(token);
        if (family == null || !newest.remove(family, token)) {
            if (family != null) {
                newest.remove(family);
            }
            return Map.of("error", "invalid_grant");
        }
        return tokens(family, accounts.get(family), null);
    }

    private Map<String, Object> tokens(String family, String owner, @Nullable String nonce) {
        String refresh = "refresh-" + UUID.randomUUID();
        families.put(refresh, family);
        newest.put(family, refresh);
        accounts.put(family, owner);
        JWTClaimsSet.Builder id = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(owner)
                .audience("gateway")
                .claim("sid", family)
                .claim("nonce", nonce)
                .claim("email", owner + "@example.org")
                .claim("email_verified", true)
                .claim("locale", "zh")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(1800)));
        idTokens.accept(id);
        String access = accessToken(claims -> claims.subject(owner)
                .claim("client_id", "gateway")
                .expirationTime(Date.from(Instant.now().plus(accessLife))));
        return Map.of(
                "access_token",
                access,
                "token_type",
                "Bearer",
                "expires_in",
                accessLife.toSeconds(),
                "refresh_token",
                refresh,
                "id_token",
                signed(key, JOSEObjectType.JWT, id.build()));
    }

    private static Publisher<Void> json(HttpServerResponse response, int status, Map<String, Object> body) {
        return response.status(status)
                .header("Content-Type", "application/json")
                .sendString(Mono.just(JsonMapper.shared().writeValueAsString(body)))
                .then();
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new LinkedHashMap<>();
        new QueryStringDecoder(text, false).parameters().forEach((name, values) -> form.put(name, values.getFirst()));
        return form;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
