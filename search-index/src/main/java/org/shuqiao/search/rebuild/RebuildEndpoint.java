package org.shuqiao.search.rebuild;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code POST /actuator/rebuild} starts a rebuild (202, or 409 while one runs); {@code GET} tells how far it is. */
@Component
@Endpoint(id = "rebuild")
class RebuildEndpoint {
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final Rebuilds rebuilds;

    RebuildEndpoint(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @WriteOperation
    Mono<WebEndpointResponse<RebuildView>> start() {
        return rebuilds.begin()
                .map(started -> new WebEndpointResponse<>(rebuilds.view(), started ? ACCEPTED : CONFLICT));
    }

    @ReadOperation
    RebuildView progress() {
        return rebuilds.view();
    }
}
