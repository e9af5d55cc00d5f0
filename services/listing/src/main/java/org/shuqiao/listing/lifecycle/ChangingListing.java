package org.shuqiao.listing.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.listing.lifecycle.Listing.Change;
import org.shuqiao.listing.owner.OwnerOfListing;
import org.shuqiao.listing.owner.OwnerOfListing.Owner;
import org.shuqiao.messaging.Outbox;
import org.shuqiao.web.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** An owner changes an offer or a demand: the new state and its event are kept in one transaction. */
@Component
class ChangingListing {
    /** What became of it. */
    sealed interface Result<C extends ListingContent, V extends ListingView> {
        record Changed<C extends ListingContent, V extends ListingView>(Listing<C, V> listing)
                implements Result<C, V> {}

        record NotFound<C extends ListingContent, V extends ListingView>(UUID id) implements Result<C, V> {}

        /** The owner saw version {@code expected}, the current one is {@code current}. */
        record Stale<C extends ListingContent, V extends ListingView>(long expected, long current)
                implements Result<C, V> {}

        record NotAllowed<C extends ListingContent, V extends ListingView>(
                ListingStatus status, Set<ListingStatus> from) implements Result<C, V> {}

        record ValidityOver<C extends ListingContent, V extends ListingView>(Instant end) implements Result<C, V> {}

        /** A listing does not change hands. */
        record OtherOwner<C extends ListingContent, V extends ListingView>() implements Result<C, V> {}

        record OwnerRefused<C extends ListingContent, V extends ListingView>(
                OrganizationReference reference, Owner owner) implements Result<C, V> {}

        record ReferenceTaken<C extends ListingContent, V extends ListingView>(String reference)
                implements Result<C, V> {}
    }

    private final PostgresListings listings;
    private final OwnerOfListing owners;
    private final Outbox outbox;
    private final TransactionalOperator transaction;

    ChangingListing(
            PostgresListings listings, OwnerOfListing owners, Outbox outbox, TransactionalOperator transaction) {
        this.listings = listings;
        this.owners = owners;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    <C extends ListingContent, V extends ListingView> Mono<Result<C, V>> change(
            ListingKind<C, V> kind, UUID id, long version, Function<Listing<C, V>, Change<C, V>> change) {
        Mono<Result<C, V>> changed = listings.find(kind, id)
                .flatMap(listing -> listing.version() == version
                        ? apply(listing, change.apply(listing))
                        : Mono.just(new Result.Stale<C, V>(version, listing.version())))
                .defaultIfEmpty(new Result.NotFound<>(id));
        return transaction
                .execute(status -> changed.doOnNext(result -> {
                    if (!(result instanceof Result.Changed)) {
                        status.setRollbackOnly();
                    }
                }))
                .single();
    }

    private <C extends ListingContent, V extends ListingView> Mono<Result<C, V>> apply(
            Listing<C, V> before, Change<C, V> change) {
        return switch (change) {
            case Change.Changed<C, V>(Listing<C, V> after, Happening happening) -> keep(before, after, happening);
            case Change.NotAllowed<C, V>(ListingStatus status, Set<ListingStatus> from) ->
                Mono.just(new Result.NotAllowed<>(status, from));
            case Change.ValidityOver<C, V>(Instant end) -> Mono.just(new Result.ValidityOver<>(end));
        };
    }

    private <C extends ListingContent, V extends ListingView> Mono<Result<C, V>> keep(
            Listing<C, V> before, Listing<C, V> after, @Nullable Happening happening) {
        OrganizationReference reference = after.content().owner();
        if (reference.equals(before.content().owner())) {
            return write(before, after, happening);
        }
        return owners.of(reference, after.kind().ownerRole()).flatMap(owner -> switch (owner) {
            case Owner.Known(UUID id) ->
                id.equals(before.ownerId())
                        ? write(before, after, happening)
                        : Mono.just(new Result.OtherOwner<C, V>());
            case Owner.Unknown _, Owner.OtherRole _ -> Mono.just(new Result.OwnerRefused<C, V>(reference, owner));
        });
    }

    private <C extends ListingContent, V extends ListingView> Mono<Result<C, V>> write(
            Listing<C, V> before, Listing<C, V> after, @Nullable Happening happening) {
        return listings.update(after)
                .flatMap(kept -> {
                    if (!kept) {
                        return Mono.just(new Result.Stale<C, V>(before.version(), before.version() + 1));
                    }
                    Mono<Void> told = happening == null
                            ? Mono.empty()
                            : outbox.append(List.of(after.kind().event(happening, Ids.next(), after)));
                    return told.<Result<C, V>>thenReturn(new Result.Changed<>(after));
                })
                .onErrorResume(
                        DuplicateKeyException.class,
                        e -> Mono.just(new Result.ReferenceTaken<>(
                                String.valueOf(after.content().reference()))));
    }
}
