package org.shuqiao.search.rebuild;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.ListingService;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.ProfileService;
import org.shuqiao.messaging.EventCodec;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything the services have, page by page. */
@Component
public class Feeds {
    /** A page of 500 offers with texts of 20,000 characters in several languages must fit. */
    private static final int LARGEST_PAGE = 256 * 1024 * 1024;

    private final ProfileService profile;
    private final ListingService listing;
    private final RebuildSettings settings;

    Feeds(RebuildSettings.Services services, RebuildSettings settings) {
        this.profile = client(services.profile(), ProfileService.class);
        this.listing = client(services.listing(), ListingService.class);
        this.settings = settings;
    }

    public Flux<List<OrganizationView>> organizations() {
        return pages(after -> profile.feed(after, settings.page()));
    }

    public Flux<List<OfferView>> offers() {
        return pages(after -> listing.offers(after, settings.page()));
    }

    public Flux<List<DemandView>> demands() {
        return pages(after -> listing.demands(after, settings.page()));
    }

    private <T> Flux<List<T>> pages(Function<@Nullable String, Mono<Page<T>>> page) {
        return timely(page.apply(null))
                .expand(last -> last.next() == null ? Mono.empty() : timely(page.apply(last.next())))
                .map(Page::items);
    }

    private <T> Mono<T> timely(Mono<T> page) {
        return page.timeout(settings.feedTimeout());
    }

    private static <S> S client(RebuildSettings.Services.Service service, Class<S> type) {
        WebClient client = WebClient.builder()
                .baseUrl(service.url().toString())
                .codecs(codecs -> {
                    codecs.defaultCodecs().maxInMemorySize(LARGEST_PAGE);
                    codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(EventCodec.eventMapper()));
                })
                .build();
        return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client))
                .build()
                .createClient(type);
    }
}
