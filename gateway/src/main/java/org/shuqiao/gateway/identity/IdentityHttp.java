package org.shuqiao.gateway.identity;

import java.net.URI;
import java.time.Duration;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.ServiceAddresses;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * The HTTP client for the identity service. It repeats nothing: a refresh token that is sent twice ends the session.
 * Connections rest for less time than the server keeps them.
 */
@Component
class IdentityHttp {

    private static final int CONNECTIONS = 32;
    private static final Duration REST = Duration.ofSeconds(5);

    private final WebClient client;
    private final String issuer;
    private final String url;

    IdentityHttp(GatewaySettings settings, ServiceAddresses services) {
        this.issuer = settings.identity().issuer().toString();
        this.url = withoutSlash(services.identity().url());
        ConnectionProvider connections = ConnectionProvider.builder("identity")
                .maxConnections(CONNECTIONS)
                .maxIdleTime(REST)
                .build();
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)
                        .disableRetry(true)
                        .followRedirect(false)
                        .responseTimeout(settings.identity().timeout())))
                .build();
    }

    WebClient client() {
        return client;
    }

    /** The address at which this gateway reaches an endpoint of the issuer, which browsers may reach at another one. */
    String reachable(String endpoint) {
        String base = withoutSlash(URI.create(issuer));
        return endpoint.startsWith(base + "/") ? url + endpoint.substring(base.length()) : endpoint;
    }

    String metadata() {
        return url + "/.well-known/openid-configuration";
    }

    private static String withoutSlash(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
