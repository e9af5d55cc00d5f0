package org.shuqiao.gateway.edge;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.channel.AbortedException;

/**
 * The body of a request while it streams through: counted against its cap whatever {@code Content-Length} says, and
 * known to be complete or not. It is never held. Whatever goes wrong on the client's side of it is a {@link Refused},
 * so that it cannot be taken for a failure of the service.
 */
public final class MeasuredBody extends ServerHttpRequestDecorator {

    private static final String ATTRIBUTE = MeasuredBody.class.getName();

    private final long mostBytes;
    private final @Nullable Duration longestSilence;
    private final Sinks.Empty<Void> received = Sinks.empty();
    private long bytes;

    private MeasuredBody(ServerHttpRequest request, long mostBytes, @Nullable Duration longestSilence) {
        super(request);
        this.mostBytes = mostBytes;
        this.longestSilence = longestSilence;
    }

    /** @param longestSilence within the body, or null for any */
    static ServerWebExchange on(ServerWebExchange exchange, long mostBytes, @Nullable Duration longestSilence) {
        MeasuredBody body = new MeasuredBody(exchange.getRequest(), mostBytes, longestSilence);
        ServerWebExchange measured = exchange.mutate().request(body).build();
        measured.getAttributes().put(ATTRIBUTE, body);
        return measured;
    }

    /** Completes when the last byte of the request has come; at once for a request without a body. */
    public static Mono<Void> received(ServerWebExchange exchange) {
        MeasuredBody body = exchange.getAttribute(ATTRIBUTE);
        return body == null ? Mono.empty() : body.received.asMono();
    }

    @Override
    public Flux<DataBuffer> getBody() {
        Flux<DataBuffer> body = super.getBody();
        if (longestSilence != null) {
            body = body.timeout(longestSilence);
        }
        return body.map(this::count).onErrorMap(MeasuredBody::blameClient).doOnComplete(received::tryEmitEmpty);
    }

    private DataBuffer count(DataBuffer part) {
        bytes += part.readableByteCount();
        if (bytes > mostBytes) {
            DataBufferUtils.release(part);
            throw Refused.with(ProblemKind.CONTENT_TOO_LARGE, mostBytes);
        }
        return part;
    }

    private static Throwable blameClient(Throwable failure) {
        return switch (failure) {
            case TimeoutException silent ->
                Refused.with(ProblemKind.REQUEST_TOO_SLOW).causedBy(silent);
            case IOException gone -> Refused.with(ProblemKind.MALFORMED_REQUEST).causedBy(gone);
            case AbortedException gone ->
                Refused.with(ProblemKind.MALFORMED_REQUEST).causedBy(gone);
            default -> failure;
        };
    }
}
