package org.shuqiao.gateway.edge;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/**
 * A request that announced no body and therefore has none (RFC 9112 section 6.3), known at once. Otherwise the client's
 * event loop would be asked for its end while the service's event loop sends it on, and a service that answers and
 * closes in between would meet a request that is not complete yet.
 */
final class NoBody extends ServerHttpRequestDecorator {

    NoBody(ServerHttpRequest request) {
        super(request);
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.empty();
    }
}
