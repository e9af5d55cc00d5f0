package org.shuqiao.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeoutException;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.identity.Renewal;
import org.shuqiao.gateway.identity.RenewingTokens;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Renews the tokens of a session before they expire, once, however many requests on however many gateways need it: the
 * identity service ends a session whose refresh token is sent twice. In this process one renewal runs per session and
 * everybody waits for it; it goes on when those who wait have gone, because its answer may not be lost. Among gateways a
 * lock in Redis sees to it; who comes second reads what the first has got.
 */
@Component
public class FreshTokens {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    /** What one look at a session gave. */
    private sealed interface Look {
        record Fresh(Session session) implements Look {}

        record Gone() implements Look {}

        /** Another gateway is renewing. */
        record Busy() implements Look {}
    }

    private final RedisSessions sessions;
    private final RenewingTokens renewing;
    private final Duration ahead;
    private final Clock clock = Clock.systemUTC();
    private final ConcurrentMap<SessionId, Mono<Session>> running = new ConcurrentHashMap<>();

    FreshTokens(RedisSessions sessions, RenewingTokens renewing, GatewaySettings settings) {
        this.sessions = sessions;
        this.renewing = renewing;
        this.ahead = settings.sessions().ahead();
    }

    /**
     * The session with tokens that are good for a while; empty if it has ended. An error, which is a {@link Refused},
     * means that the tokens have expired and there are no others to be had now.
     */
    public Mono<Session> of(SessionId id, Session known) {
        Instant now = clock.instant();
        if (isFresh(known, now)) {
            return Mono.just(known);
        }
        Mono<Session> renewed = running.computeIfAbsent(
                id, one -> renewOnce(one).doFinally(end -> running.remove(one)).cache());
        return known.tokens().expires().isAfter(now)
                ? renewed.onErrorResume(Refused.class, away -> Mono.just(known))
                : renewed;
    }

    private boolean isFresh(Session session, Instant now) {
        return session.tokens().expires().isAfter(now.plus(ahead));
    }

    private Mono<Session> renewOnce(SessionId id) {
        Duration longest = renewing.longest().multipliedBy(2);
        return Mono.defer(() -> look(id, longest))
                .filter(look -> !(look instanceof Look.Busy))
                .repeatWhenEmpty(looks -> looks.delayElements(LOOK_AGAIN))
                .timeout(longest.plus(LOOK_AGAIN))
                .onErrorMap(
                        TimeoutException.class,
                        late -> Refused.with(ProblemKind.SESSIONS_UNAVAILABLE)
                                .retryAfter(COME_AGAIN)
                                .causedBy(late))
                .flatMap(look -> look instanceof Look.Fresh(Session session) ? Mono.just(session) : Mono.empty());
    }

    /** @param longest a lock that its owner does not give back is gone after this */
    private Mono<Look> look(SessionId id, Duration longest) {
        String owner = SessionId.random();
        return sessions.lock(id, owner, longest)
                .flatMap(alone -> alone
                        ? Mono.usingWhen(
                                Mono.just(owner),
                                mine -> renewAlone(id),
                                mine -> sessions.unlock(id, mine).onErrorComplete())
                        : Mono.just(new Look.Busy()));
    }

    /** Reads again first: whoever had the lock before may have renewed. */
    private Mono<Look> renewAlone(SessionId id) {
        return sessions.find(id)
                .flatMap(session -> isFresh(session, clock.instant())
                        ? Mono.<Look>just(new Look.Fresh(session))
                        : renewing.renew(session.tokens()).flatMap(renewal -> kept(id, session, renewal)))
                .defaultIfEmpty(new Look.Gone());
    }

    private Mono<Look> kept(SessionId id, Session session, Renewal renewal) {
        return switch (renewal) {
            case Renewal.Renewed(var tokens) ->
                sessions.renew(id, session, tokens)
                        .map(there -> there ? new Look.Fresh(session.with(tokens)) : new Look.Gone());
            case Renewal.Ended _ -> sessions.end(id).thenReturn(new Look.Gone());
        };
    }
}
