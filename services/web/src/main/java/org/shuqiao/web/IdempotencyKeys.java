package org.shuqiao.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuqiao.web.PostgresAnswers.Answer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a caller send a creating request again without creating twice (draft-ietf-httpapi-idempotency-key-header): the
 * effect and its answer are kept in one transaction under the caller's {@code Idempotency-Key}, and the same request gets
 * the same answer, marked {@code Idempotency-Replayed: true}. A refusal is not kept: the caller may mend the cause and send
 * the same key again.
 */
public final class IdempotencyKeys {
    /** The request header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    /** The response header that marks an answer given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final String EXPECTED = "1 to 255 visible ASCII characters that name this request, such as a UUID";
    private static final Duration IN_FLIGHT = Duration.ofSeconds(1);

    private final PostgresAnswers answers;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final JsonMapper canonical;

    IdempotencyKeys(PostgresAnswers answers, TransactionalOperator transaction, JsonMapper json) {
        this.answers = answers;
        this.transaction = transaction;
        this.json = json;
        this.canonical = json.rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                .build();
    }

    /**
     * The answer of {@code action}, run at most once for the key of this request, in a transaction; or the answer kept from
     * the first time. Signals a {@link Problem}: 400 without a key, 409 with {@code Retry-After} while the same key is at
     * work, 422 when the key came before with another method, path or body. An answer of status 400 or more rolls back what
     * the action wrote and is not kept.
     *
     * @param body what the request said, as read; null when it has no body. Two bodies are the same when they mean the same,
     *     however they are spelled.
     */
    public <T> Mono<ResponseEntity<T>> once(
            ServerWebExchange exchange, @Nullable Object body, Class<T> answerType, Mono<ResponseEntity<T>> action) {
        return Mono.defer(() -> {
            String key = key(exchange.getRequest());
            byte[] fingerprint = fingerprint(exchange.getRequest(), body);
            return exchange.getPrincipal()
                    .map(Principal::getName)
                    .defaultIfEmpty("")
                    .flatMap(scope -> once(scope, key, fingerprint, answerType, action));
        });
    }

    private <T> Mono<ResponseEntity<T>> once(
            String scope, String key, byte[] fingerprint, Class<T> answerType, Mono<ResponseEntity<T>> action) {
        return transaction
                .execute(status -> answers.hold(scope, key)
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(Mono.error(() -> inFlight(key)))
                        .then(answers.find(scope, key))
                        .map(answer -> replay(answer, key, fingerprint, answerType))
                        .switchIfEmpty(Mono.defer(() -> action.flatMap(answer -> {
                            if (answer.getStatusCode().isError()) {
                                status.setRollbackOnly();
                                return Mono.just(answer);
                            }
                            return answers.keep(scope, key, answer(fingerprint, answer))
                                    .thenReturn(answer);
                        }))))
                // not next(): it would cancel, and so roll back, after the first signal
                .single();
    }

    private static String key(ServerHttpRequest request) {
        List<String> values = request.getHeaders().getOrEmpty(HEADER);
        if (values.isEmpty()) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-missing",
                    "A request that creates something carries the header Idempotency-Key.",
                    List.of(new FieldError(HEADER, EXPECTED, null)));
        }
        String key = unquoted(values.getFirst().strip());
        if (values.size() > 1 || !KEY.matcher(key).matches()) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-malformed",
                    "The header Idempotency-Key is not one key.",
                    List.of(new FieldError(HEADER, EXPECTED, JsonProblems.shorten(String.join(", ", values)))));
        }
        return key;
    }

    /** The draft writes the key as a quoted string; most callers write it bare. */
    private static String unquoted(String value) {
        boolean quoted = value.length() > 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private byte[] fingerprint(ServerHttpRequest request, @Nullable Object body) {
        MessageDigest sha256 = sha256();
        String line = request.getMethod() + " " + request.getPath().value() + "\n";
        sha256.update(line.getBytes(StandardCharsets.UTF_8));
        return sha256.digest(body == null ? new byte[0] : canonical.writeValueAsBytes(body));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private <T> Answer answer(byte[] fingerprint, ResponseEntity<T> answer) {
        URI location = answer.getHeaders().getLocation();
        return new Answer(
                fingerprint,
                answer.getStatusCode().value(),
                location == null ? null : location.toString(),
                answer.getHeaders().getETag(),
                answer.getBody() == null ? null : json.writeValueAsBytes(answer.getBody()));
    }

    private <T> ResponseEntity<T> replay(Answer answer, String key, byte[] fingerprint, Class<T> answerType) {
        if (!MessageDigest.isEqual(answer.fingerprint(), fingerprint)) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "This Idempotency-Key came before with another request.",
                    List.of(new FieldError(HEADER, "a new key for a new request", key)));
        }
        ResponseEntity.BodyBuilder replayed =
                ResponseEntity.status(answer.status()).header(REPLAYED, "true");
        if (answer.location() != null) {
            replayed.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            replayed.header(HttpHeaders.ETAG, answer.etag());
        }
        return answer.body() == null ? replayed.build() : replayed.body(json.readValue(answer.body(), answerType));
    }

    private static Problem inFlight(String key) {
        return new Problem(
                        HttpStatus.CONFLICT,
                        "idempotency-key-in-flight",
                        "The first request with this Idempotency-Key is still being worked on.",
                        List.of(new FieldError(HEADER, "a key that is not in use", key)))
                .retryAfter(IN_FLIGHT);
    }
}
