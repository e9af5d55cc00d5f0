package org.shuqiao.gateway.upstream;

import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;

/**
 * The HTTP client of all routes. It must not repeat anything by itself: Reactor Netty would send a POST again when the
 * connection is reset before an answer. The deadlines are those of {@link ServiceCall} and {@link AnswerBody}.
 */
@Component
class ServiceClient implements HttpClientCustomizer {

    @Override
    public HttpClient customize(HttpClient client) {
        return client.disableRetry(true).followRedirect(false);
    }
}
