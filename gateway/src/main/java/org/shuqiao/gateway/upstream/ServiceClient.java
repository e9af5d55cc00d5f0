package org.shuqiao.gateway.upstream;

import org.shuqiao.gateway.GatewaySettings;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;

/**
 * The HTTP client of all routes. It must not repeat anything by itself: Reactor Netty would send a POST again when the
 * connection is reset before an answer. Its own timeout ends an answer that falls silent halfway.
 */
@Component
class ServiceClient implements HttpClientCustomizer {

    private final GatewaySettings settings;

    ServiceClient(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public HttpClient customize(HttpClient client) {
        return client.disableRetry(true)
                .followRedirect(false)
                .responseTimeout(settings.deadlines().answerIdle());
    }
}
