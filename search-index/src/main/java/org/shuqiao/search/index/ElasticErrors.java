package org.shuqiao.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
import org.shuqiao.messaging.Outage;
import reactor.core.publisher.Mono;

/** Tells what is Elasticsearch's fault from what is the request's. */
public final class ElasticErrors {
    private ElasticErrors() {}

    /**
     * {@code mono}, its errors turned into an {@link Outage} where Elasticsearch is down, overloaded, or has lost its
     * indices, or has them by another mapping and they are about to be rebuilt, so that the same request may succeed
     * later.
     */
    public static <T> Mono<T> outages(Mono<T> mono) {
        return mono.onErrorMap(
                e -> !(e instanceof Outage) && isOutage(e), e -> new Outage("Elasticsearch is not there: " + e, e));
    }

    private static boolean isOutage(Throwable error) {
        if (error instanceof ElasticsearchException e) {
            return e.status() >= 500 || e.status() == 429 || e.status() == 404 || lacksAField(e);
        }
        return error instanceof TransportException
                || error instanceof IllegalStateException // the client's reactor has stopped
                || Outage.isOutage(error);
    }

    /** No field the product sorts by is missing in an index of its own mapping. */
    private static boolean lacksAField(ElasticsearchException error) {
        return error.error().rootCause().stream()
                .anyMatch(cause -> String.valueOf(cause.reason()).startsWith("No mapping found for ["));
    }
}
