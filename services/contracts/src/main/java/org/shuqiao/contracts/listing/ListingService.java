package org.shuqiao.contracts.listing;

import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.thesaurus.PublishedAddition;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/** The listing service as other services call it: everything ever published, for those who build their own view. */
public interface ListingService {
    /** Offers in a fixed order, drafts left out, {@code limit} from 1 to 1000 a page, from after a cursor. */
    @GetExchange("/feed/offers")
    Mono<Page<OfferView>> offers(@RequestParam(required = false) @Nullable String after, @RequestParam int limit);

    /** Demands likewise. */
    @GetExchange("/feed/demands")
    Mono<Page<DemandView>> demands(@RequestParam(required = false) @Nullable String after, @RequestParam int limit);

    /**
     * What was added to the thesaurus, in order, {@code limit} from 1 to 1000 a page; {@code next} is the version to go on
     * from.
     *
     * @param after the version the caller has; 0 for what is built in
     */
    @GetExchange("/feed/thesaurus")
    Mono<Page<PublishedAddition>> additions(@RequestParam long after, @RequestParam int limit);
}
