package org.shuqiao.search.organization;

import java.time.Duration;
import java.util.UUID;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.ProfileService;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.search.index.ElasticReading;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Which organization is meant: one the index knows by its id, else asked of the profile service. */
@Component
public class Organizations {
    private final ElasticReading reading;
    private final ProfileService profile;
    private final Duration timeout;

    Organizations(
            ElasticReading reading,
            @Value("${shuqiao.services.profile.url}") String url,
            @Value("${shuqiao.search.organization.timeout:3s}") Duration timeout) {
        this.reading = reading;
        this.timeout = timeout;
        WebClient client = WebClient.builder()
                .baseUrl(url)
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().responseTimeout(timeout)))
                .codecs(codecs ->
                        codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(EventCodec.eventMapper())))
                .build();
        this.profile = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client))
                .build()
                .createClient(ProfileService.class);
    }

    /** The organization's id; empty when there is none. */
    public Mono<UUID> of(OrganizationReference reference) {
        UUID id = reference.id();
        if (id == null) {
            return asked(profile.byIdentifier(reference.value())
                    .flatMapIterable(Page::items)
                    .next());
        }
        return reading.hasOrganization(id).flatMap(known -> known ? Mono.just(id) : asked(profile.organization(id)));
    }

    private Mono<UUID> asked(Mono<OrganizationView> answer) {
        return answer.timeout(timeout)
                .onErrorResume(
                        WebClientResponseException.class,
                        e -> e.getStatusCode() == HttpStatus.NOT_FOUND ? Mono.empty() : Mono.error(e))
                .map(OrganizationView::id);
    }
}
