package org.shuqiao.listing.feed;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.listing.ListingService;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.thesaurus.PublishedAddition;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.listing.lifecycle.ListingKind;
import org.shuqiao.listing.lifecycle.PostgresListings;
import org.shuqiao.listing.thesaurus.PostgresAdditions;
import org.shuqiao.web.Cursor;
import org.shuqiao.web.PageSize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The feed, for services only: the gateway does not route it. */
@Hidden
@RestController
class FeedEndpoint implements ListingService {
    private static final int MAX_PAGE = 1_000;

    private final PostgresListings listings;
    private final PostgresAdditions additions;

    FeedEndpoint(PostgresListings listings, PostgresAdditions additions) {
        this.listings = listings;
        this.additions = additions;
    }

    @Override
    public Mono<Page<OfferView>> offers(@Nullable String after, int limit) {
        return page(ListingKind.OFFER, after, limit);
    }

    @Override
    public Mono<Page<DemandView>> demands(@Nullable String after, int limit) {
        return page(ListingKind.DEMAND, after, limit);
    }

    @Override
    public Mono<Page<PublishedAddition>> additions(long after, int limit) {
        if (after < 0) {
            throw new InvalidValue("after", "a version of the thesaurus, 0 or more", after);
        }
        int size = PageSize.of(limit, MAX_PAGE, MAX_PAGE);
        return additions
                .after(after, size)
                .collectList()
                .map(all -> new Page<>(
                        all,
                        all.size() < size ? null : Long.toString(all.getLast().version())));
    }

    private <C extends ListingContent, V extends ListingView> Mono<Page<V>> page(
            ListingKind<C, V> kind, @Nullable String after, int limit) {
        int size = PageSize.of(limit, MAX_PAGE, MAX_PAGE);
        return listings.shown(kind, Cursor.id(after), size)
                .map(kind::view)
                .collectList()
                .map(views -> new Page<>(views, next(views, size)));
    }

    private static @Nullable String next(List<? extends ListingView> views, int size) {
        return views.size() < size ? null : Cursor.of(views.getLast().id());
    }
}
