package org.shuqiao.gateway.openapi;

import java.net.URI;
import java.util.List;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.ServiceAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks every service at once for {@code /openapi.json}; each has its deadline and may be missing. */
@Component
class FetchingDocuments {

    private static final Logger log = LoggerFactory.getLogger(FetchingDocuments.class);

    private final ServiceAddresses services;
    private final GatewaySettings.OpenApi settings;
    private final WebClient client;
    private final JsonMapper json = JsonMapper.shared();

    FetchingDocuments(ServiceAddresses services, GatewaySettings settings) {
        this.services = services;
        this.settings = settings.openApi();
        this.client = WebClient.builder()
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().followRedirect(false)))
                .codecs(codecs -> codecs.defaultCodecs()
                        .maxInMemorySize(
                                Math.toIntExact(this.settings.mostBytes().toBytes())))
                .build();
    }

    /** One per service, in the order of the settings; never an error. */
    Mono<List<ServiceDocument>> fetch() {
        return Flux.fromIterable(services.byName().entrySet())
                .flatMapSequential(service -> fetch(service.getKey(), service.getValue()), 8)
                .collectList();
    }

    private Mono<ServiceDocument> fetch(String service, URI address) {
        return client.get()
                .uri(address.resolve("/openapi.json"))
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .bodyToMono(byte[].class)
                .<ServiceDocument>map(
                        document -> new ServiceDocument.Present(service, (ObjectNode) json.readTree(document)))
                .timeout(settings.timeout())
                .onErrorResume(failure -> {
                    log.debug("No OpenAPI document of {}", service, failure);
                    return Mono.just(new ServiceDocument.Missing(service));
                })
                .defaultIfEmpty(new ServiceDocument.Missing(service));
    }
}
