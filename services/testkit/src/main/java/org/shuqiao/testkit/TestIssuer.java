package org.shuqiao.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real issuer of access tokens on the loopback: OpenID Connect Discovery, keys, and tokens as RFC 9068 has them, good or
 * with a fault of the test's choice.
 */
public final class TestIssuer implements AutoCloseable {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final String uri;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String keyId = "first";
    private volatile KeyPair key = newKey();
    private volatile boolean away;

    private TestIssuer(HttpServer server) {
        this.server = server;
        this.uri = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** An issuer with a key of its own, until it is closed or the test process ends. */
    public static TestIssuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestIssuer issuer = new TestIssuer(server);
            server.createContext("/.well-known/openid-configuration", issuer::configuration);
            server.createContext("/keys", issuer::keys);
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code spring.security.oauth2.resourceserver.jwt.issuer-uri}. */
    public String uri() {
        return uri;
    }

    /** A good token of an account. */
    public String account(UUID account) {
        return sign(claims(account.toString(), "gateway", ""));
    }

    /** A good token of a client that acts for itself. */
    public String client(String client, String... scopes) {
        return sign(claims(client, client, String.join(" ", scopes)));
    }

    /** What a good token says, to be changed. */
    public Map<String, Object> claims(String subject, String client, String scope) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", uri);
        claims.put("sub", subject);
        claims.put("aud", List.of("shuqiao"));
        claims.put("client_id", client);
        claims.put("scope", scope);
        claims.put("iat", now);
        claims.put("exp", now + 300);
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    /** A token signed as it must be. */
    public String sign(Map<String, Object> claims) {
        return sign(header("RS256", keyId), claims);
    }

    /** A token signed by the issuer's key under a header of the test's own. */
    public String sign(Map<String, Object> header, Map<String, Object> claims) {
        return sign(header, claims, key);
    }

    /** A token signed by a key that is none of the issuer's, under the name of the one that is. */
    public String forge(Map<String, Object> claims) {
        return sign(header("RS256", keyId), claims, newKey());
    }

    /** A token that says it is not signed ({@code alg: none}). */
    public String unsigned(Map<String, Object> claims) {
        return text(Map.of("typ", "at+jwt", "alg", "none"), claims) + ".";
    }

    /** A token signed by HMAC with the public key, which everybody has, as the secret. */
    public String signedWithThePublicKey(Map<String, Object> claims) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getPublic().getEncoded(), "HmacSHA256"));
            String text = text(header("HS256", keyId), claims);
            return text + "." + BASE64.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The header of a token. */
    public Map<String, Object> header(String algorithm, String name) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("typ", "at+jwt");
        header.put("alg", algorithm);
        header.put("kid", name);
        return header;
    }

    /** From now on another key signs, and only that is published. */
    public void changeKey() {
        key = newKey();
        keyId = UUID.randomUUID().toString();
    }

    /** Answers 503 from now on, or no longer. */
    public void away(boolean now) {
        away = now;
    }

    /** How often the keys were asked for. */
    public int timesAsked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String sign(Map<String, Object> header, Map<String, Object> claims, KeyPair by) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(by.getPrivate());
            String text = text(header, claims);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Map<String, Object> header, Map<String, Object> claims) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(header)) + "."
                + BASE64.encodeToString(JSON.writeValueAsBytes(claims));
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void configuration(HttpExchange exchange) throws IOException {
        answer(exchange, Map.of("issuer", uri, "jwks_uri", uri + "/keys"));
    }

    private void keys(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        answer(
                exchange,
                Map.of(
                        "keys",
                        List.of(Map.of(
                                "kty",
                                "RSA",
                                "kid",
                                keyId,
                                "use",
                                "sig",
                                "alg",
                                "RS256",
                                "n",
                                unsigned(open.getModulus()),
                                "e",
                                unsigned(open.getPublicExponent())))));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private void answer(HttpExchange exchange, Map<String, Object> body) throws IOException {
        try (exchange) {
            byte[] bytes = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(away ? 503 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
