package org.shuqiao.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ElasticClientConfigurationTest {
    private final Map<String, List<String>> asked = new ConcurrentHashMap<>();

    @Test
    void asksForAnswersAsTheyAre() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.putAll(exchange.getRequestHeaders());
            exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ElasticsearchRestClientAutoConfiguration.class))
                    .withUserConfiguration(ElasticClientConfiguration.class)
                    .withPropertyValues("spring.elasticsearch.uris=http://127.0.0.1:"
                            + server.getAddress().getPort())
                    .run(context -> context.getBean(Rest5Client.class).performRequest(new Request("GET", "/")));
        } finally {
            server.stop(0);
        }

        assertThat(asked).containsKey("Host").doesNotContainKeys("Accept-encoding", "Cookie");
    }
}
