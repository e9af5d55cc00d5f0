package org.shuqiao.access;

import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The stand as a client sees it. */
public final class Stand {
    private final WebTestClient client;

    public Stand(int port) {
        client =
                WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    public WebTestClient.ResponseSpec get(String uri, @Nullable String token) {
        return client.get()
                .uri(uri)
                .headers(headers -> {
                    if (token != null) {
                        headers.setBearerAuth(token);
                    }
                })
                .exchange();
    }

    public WebTestClient client() {
        return client;
    }
}
