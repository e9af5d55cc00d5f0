package org.shuqiao.listing.owner;

import java.time.Duration;
import org.shuqiao.contracts.profile.ProfileService;
import org.shuqiao.listing.ListingSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.netty.http.client.HttpClient;

/** The profile service over HTTP. */
@Configuration(proxyBeanMethods = false)
class ProfileClient {
    @Bean
    ProfileService profileService(
            WebClient.Builder builder, @Value("${shuqiao.services.profile.url}") String url, ListingSettings settings) {
        Duration timeout = settings.ownerTimeout();
        WebClient client = builder.baseUrl(url)
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().responseTimeout(timeout)))
                .build();
        return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client))
                .build()
                .createClient(ProfileService.class);
    }
}
