package org.shuqiao.listing.lifecycle;

import java.time.Clock;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.listing.owner.OwnerOfListing;
import org.shuqiao.listing.owner.OwnerOfListing.Owner;
import org.shuqiao.web.Ids;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An owner begins an offer or a demand. */
@Component
class DraftingListing {
    /** What became of it. */
    sealed interface Result<C extends ListingContent, V extends ListingView> {
        record Drafted<C extends ListingContent, V extends ListingView>(Listing<C, V> listing)
                implements Result<C, V> {}

        /** No such organization, or one that is neither provider nor buyer as the kind demands. */
        record OwnerRefused<C extends ListingContent, V extends ListingView>(
                OrganizationReference reference, Owner owner) implements Result<C, V> {}

        record ReferenceTaken<C extends ListingContent, V extends ListingView>(String reference)
                implements Result<C, V> {}
    }

    private final PostgresListings listings;
    private final OwnerOfListing owners;
    private final Clock clock;

    DraftingListing(PostgresListings listings, OwnerOfListing owners, Clock clock) {
        this.listings = listings;
        this.owners = owners;
        this.clock = clock;
    }

    <C extends ListingContent, V extends ListingView> Mono<Result<C, V>> draft(ListingKind<C, V> kind, C content) {
        return owners.of(content.owner(), kind.ownerRole()).flatMap(owner -> switch (owner) {
            case Owner.Known known -> keep(Listing.draft(kind, Ids.next(), known.id(), content, clock.instant()));
            case Owner.Unknown _, Owner.OtherRole _ -> Mono.just(new Result.OwnerRefused<C, V>(content.owner(), owner));
        });
    }

    private <C extends ListingContent, V extends ListingView> Mono<Result<C, V>> keep(Listing<C, V> draft) {
        String reference = draft.content().reference();
        return listings.insert(draft)
                .map(kept -> kept
                        ? new Result.Drafted<>(draft)
                        : new Result.ReferenceTaken<>(reference == null ? "" : reference));
    }
}
