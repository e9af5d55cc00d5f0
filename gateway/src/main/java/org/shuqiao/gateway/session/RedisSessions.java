package org.shuqiao.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.identity.Person;
import org.shuqiao.gateway.identity.Tokens;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The sessions, sealed, each under the hash of its id; one round trip finds one and lets it rest anew. Beside them the
 * hashes of an account's sessions, so that all can be ended, and the locks of those whose tokens are being renewed.
 * Every error is a {@link Refused}: Redis does not answer.
 */
@Component
public class RedisSessions {

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    /** Takes a lock away from nobody else. */
    private static final RedisScript<Long> UNLOCK = RedisScript.of(
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0", Long.class);

    /** @param id what the browser gets */
    public record Begun(SessionId id, Session session) {}

    private final ReactiveStringRedisTemplate redis;
    private final Seal seal;
    private final GatewaySettings.Sessions settings;
    private final String prefix;
    private final Clock clock = Clock.systemUTC();
    /** The first command connects, which blocks. */
    private volatile boolean connected;

    RedisSessions(
            ReactiveStringRedisTemplate redis,
            Seal seal,
            GatewaySettings settings,
            @Value("${shuqiao.namespace:}") String namespace) {
        this.redis = redis;
        this.seal = seal;
        this.settings = settings.sessions();
        this.prefix = namespace + "gateway:";
    }

    /** Empty if it has ended, or never was. */
    public Mono<Session> find(SessionId id) {
        String key = session(id.hash());
        return ask(redis.opsForValue().getAndExpire(key, settings.idle()))
                .flatMap(value -> Mono.justOrEmpty(opened(value, key)));
    }

    /** Under a new id, whoever was signed in at this browser before. */
    public Mono<Begun> begin(Person person) {
        SessionId id = SessionId.create();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Session session = new Session(
                person.account(),
                person.email(),
                person.locale(),
                now,
                now.plus(settings.most()),
                SessionId.random(),
                person.tokens());
        String key = session(id.hash());
        String all = account(person.account());
        return ask(redis.opsForValue()
                        .set(key, seal.seal(session, key), settings.idle())
                        .then(redis.opsForSet().add(all, id.hash()))
                        .then(redis.expire(all, settings.most())))
                .thenReturn(new Begun(id, session));
    }

    /** Whether it still was there; one that has ended is not made again. */
    Mono<Boolean> renew(SessionId id, Session session, Tokens tokens) {
        String key = session(id.hash());
        return ask(redis.opsForValue().setIfPresent(key, seal.seal(session.with(tokens), key), settings.idle()));
    }

    /** Also if there is none. */
    public Mono<Void> end(SessionId id) {
        return ask(redis.delete(session(id.hash()))).then();
    }

    /** Ends all sessions of an account and tells which there were. */
    public Flux<Session> endAll(String account) {
        return ask(redis.opsForSet().members(account(account)).collectList())
                .flatMapIterable(hashes -> hashes)
                .concatMap(hash -> ask(redis.opsForValue().getAndDelete(session(hash)))
                        .flatMap(value -> Mono.justOrEmpty(opened(value, session(hash)))))
                .concatWith(ask(redis.delete(account(account))).then(Mono.empty()));
    }

    /** Whether {@code owner} is now the only one, for {@code longest} at most. */
    Mono<Boolean> lock(SessionId id, String owner, Duration longest) {
        return ask(redis.opsForValue().setIfAbsent(lock(id), owner, longest));
    }

    Mono<Void> unlock(SessionId id, String owner) {
        return ask(redis.execute(UNLOCK, List.of(lock(id)), List.of(owner)).next())
                .then();
    }

    private Optional<Session> opened(String value, String key) {
        return seal.open(value, key, Session.class)
                .filter(session -> clock.instant().isBefore(session.ends()));
    }

    private String session(String hash) {
        return prefix + "session:" + hash;
    }

    private String account(String account) {
        return prefix + "account:" + account;
    }

    private String lock(SessionId id) {
        return prefix + "renewing:" + id.hash();
    }

    private <T> Mono<T> ask(Mono<T> command) {
        Mono<T> sent = connected ? command : command.subscribeOn(Schedulers.boundedElastic());
        // As a value, because a failure that comes after the timeout has nobody left to report to.
        return sent.materialize()
                .timeout(settings.timeout())
                .<T>dematerialize()
                .doOnSuccess(any -> connected = true)
                .onErrorMap(failure -> Refused.with(ProblemKind.SESSIONS_UNAVAILABLE)
                        .retryAfter(COME_AGAIN)
                        .causedBy(failure));
    }
}
