package org.shuqiao.search.thesaurus;

import java.util.List;
import org.shuqiao.contracts.listing.ListingService;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.thesaurus.PublishedAddition;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.messaging.Outage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What was added to the thesaurus, as listing tells it, page by page. */
@Component
class ThesaurusFeed {
    private static final int LARGEST_PAGE = 64 * 1024 * 1024;

    private final ListingService listing;
    private final ThesaurusSettings settings;

    ThesaurusFeed(@Value("${shuqiao.services.listing.url}") String url, ThesaurusSettings settings) {
        WebClient client = WebClient.builder()
                .baseUrl(url)
                .codecs(codecs -> {
                    codecs.defaultCodecs().maxInMemorySize(LARGEST_PAGE);
                    codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(EventCodec.eventMapper()));
                })
                .build();
        this.listing = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client))
                .build()
                .createClient(ListingService.class);
        this.settings = settings;
    }

    /** All additions after a version, in order; an {@link Outage} when listing does not tell, whatever it says instead. */
    Flux<List<PublishedAddition>> after(long version) {
        return page(version)
                .expand(page -> page.next() == null ? Mono.empty() : page(Long.parseLong(page.next())))
                .map(Page::items)
                .onErrorMap(error -> new Outage("listing does not tell what was added to the thesaurus", error))
                // what follows is no work for an event loop: a thesaurus is made, a rebuild begun
                .publishOn(Schedulers.boundedElastic());
    }

    private Mono<Page<PublishedAddition>> page(long after) {
        return Mono.defer(() -> listing.additions(after, settings.page())).timeout(settings.feedTimeout());
    }
}
