package org.shuqiao.listing.lifecycle;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.listing.ListingSettings;
import org.shuqiao.listing.lifecycle.Listing.Change;
import org.shuqiao.listing.owner.OwnerOfListing.Owner;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.IdempotencyKeys;
import org.shuqiao.web.PageSize;
import org.shuqiao.web.Pages;
import org.shuqiao.web.Problem;
import org.shuqiao.web.Versions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the HTTP interface answers for offers and demands alike: results as responses, refusals as problems. */
@Component
class ListingAnswers {
    private static final int PAGE = 50;
    private static final int MAX_PAGE = 200;

    private final PostgresListings listings;
    private final DraftingListing drafting;
    private final ChangingListing changing;
    private final IdempotencyKeys keys;
    private final Clock clock;
    private final ListingSettings settings;

    ListingAnswers(
            PostgresListings listings,
            DraftingListing drafting,
            ChangingListing changing,
            IdempotencyKeys keys,
            Clock clock,
            ListingSettings settings) {
        this.listings = listings;
        this.drafting = drafting;
        this.changing = changing;
        this.keys = keys;
        this.clock = clock;
        this.settings = settings;
    }

    /** What an owner may do with a listing by name alone. */
    enum Move {
        publish,
        pause,
        resume,
        withdraw
    }

    <C extends ListingContent, V extends ListingView> Mono<ResponseEntity<V>> draft(
            ServerWebExchange exchange, ListingKind<C, V> kind, Class<V> viewType, C content) {
        Mono<ResponseEntity<V>> drafted = drafting.draft(kind, content).map(result -> switch (result) {
            case DraftingListing.Result.Drafted<C, V>(Listing<C, V> listing) ->
                ResponseEntity.created(URI.create(path(kind, listing.id())))
                        .eTag(Versions.etag(listing.version()))
                        .body(kind.view(listing));
            case DraftingListing.Result.OwnerRefused<C, V>(var reference, Owner owner) ->
                throw ownerRefused(kind, reference.value(), owner);
            case DraftingListing.Result.ReferenceTaken<C, V>(String reference) -> throw referenceTaken(reference);
        });
        return keys.once(exchange, content, viewType, drafted);
    }

    <C extends ListingContent, V extends ListingView> Mono<ResponseEntity<V>> read(ListingKind<C, V> kind, UUID id) {
        return listings.find(kind, id).map(this::ok).switchIfEmpty(Mono.error(() -> notFound(kind, id)));
    }

    <C extends ListingContent, V extends ListingView> Mono<ResponseEntity<V>> revise(
            ServerWebExchange exchange, ListingKind<C, V> kind, UUID id, C content) {
        return change(exchange, kind, id, (listing, now) -> listing.revise(content, now));
    }

    <C extends ListingContent, V extends ListingView> Mono<ResponseEntity<V>> move(
            ServerWebExchange exchange, ListingKind<C, V> kind, UUID id, Move move) {
        return change(exchange, kind, id, (listing, now) -> switch (move) {
            case publish -> listing.publish(now, settings.defaultValidity());
            case pause -> listing.pause(now);
            case resume -> listing.resume(now);
            case withdraw -> listing.withdraw(now);
        });
    }

    <C extends ListingContent, V extends ListingView> Mono<ResponseEntity<Page<V>>> ofOwner(
            ServerWebExchange exchange,
            ListingKind<C, V> kind,
            UUID owner,
            @Nullable String after,
            @Nullable Integer limit) {
        int size = PageSize.of(limit, PAGE, MAX_PAGE);
        return Pages.answer(
                exchange,
                after,
                size,
                (last, count) -> listings.ofOwner(kind, owner, last, count).map(kind::view),
                ListingView::id);
    }

    private <C extends ListingContent, V extends ListingView> Mono<ResponseEntity<V>> change(
            ServerWebExchange exchange,
            ListingKind<C, V> kind,
            UUID id,
            BiFunction<Listing<C, V>, Instant, Change<C, V>> change) {
        long version = Versions.required(exchange.getRequest());
        return changing.change(kind, id, version, listing -> change.apply(listing, clock.instant()))
                .map(result -> switch (result) {
                    case ChangingListing.Result.Changed<C, V>(Listing<C, V> listing) -> ok(listing);
                    case ChangingListing.Result.NotFound<C, V>(UUID missing) -> throw notFound(kind, missing);
                    case ChangingListing.Result.Stale<C, V>(long expected, long current) ->
                        throw Versions.stale(expected, current);
                    case ChangingListing.Result.NotAllowed<C, V>(ListingStatus status, Set<ListingStatus> from) ->
                        throw notAllowed(status, from);
                    case ChangingListing.Result.ValidityOver<C, V>(Instant end) -> throw validityOver(end);
                    case ChangingListing.Result.OtherOwner<C, V>() -> throw otherOwner(kind);
                    case ChangingListing.Result.OwnerRefused<C, V>(var reference, Owner owner) ->
                        throw ownerRefused(kind, reference.value(), owner);
                    case ChangingListing.Result.ReferenceTaken<C, V>(String reference) ->
                        throw referenceTaken(reference);
                });
    }

    private <C extends ListingContent, V extends ListingView> ResponseEntity<V> ok(Listing<C, V> listing) {
        return ResponseEntity.ok()
                .eTag(Versions.etag(listing.version()))
                .body(listing.kind().view(listing));
    }

    private static String path(ListingKind<?, ?> kind, UUID id) {
        // relative to the request, so that it holds behind a gateway with a prefix
        return kind.name() + "s/" + id;
    }

    private static Problem notFound(ListingKind<?, ?> kind, UUID id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                kind.name() + "-not-found",
                "There is no such " + kind.name() + ".",
                List.of(new FieldError("id", "the id of a known " + kind.name(), id.toString())));
    }

    private static Problem ownerRefused(ListingKind<?, ?> kind, String reference, Owner owner) {
        String role = kind.ownerRole().name();
        return switch (owner) {
            case Owner.OtherRole _ ->
                new Problem(
                        HttpStatus.CONFLICT,
                        "other-role",
                        "The organization is registered, but not in the role this takes.",
                        List.of(new FieldError(role, "an organization in the role " + role, reference)));
            case Owner.Unknown _, Owner.Known _ ->
                new Problem(
                        HttpStatus.BAD_REQUEST,
                        "unknown-organization",
                        "The organization is not registered.",
                        List.of(new FieldError(role, "a registered organization", reference)));
        };
    }

    private static Problem referenceTaken(String reference) {
        return new Problem(
                HttpStatus.CONFLICT,
                "reference-taken",
                "The organization has another record with this reference.",
                List.of(new FieldError("reference", "one not used before", reference)));
    }

    private static Problem otherOwner(ListingKind<?, ?> kind) {
        return new Problem(
                HttpStatus.CONFLICT,
                "other-owner",
                "A record does not pass from one organization to another.",
                List.of(new FieldError(kind.ownerRole().name(), "the organization that owns it", null)));
    }

    private static Problem notAllowed(ListingStatus status, Set<ListingStatus> from) {
        String allowed = from.stream()
                .sorted(Comparator.naturalOrder())
                .map(ListingStatus::name)
                .collect(Collectors.joining(", "));
        return new Problem(
                        HttpStatus.CONFLICT,
                        "not-in-this-status",
                        "The record's status does not allow that.",
                        List.of(new FieldError("status", "one of " + allowed, status.name())))
                .with("current", status.name());
    }

    private static Problem validityOver(Instant end) {
        return new Problem(
                HttpStatus.CONFLICT,
                "validity-over",
                "The record's validity is over. Set a later end first.",
                List.of(new FieldError("validUntil", "an instant in the future", end.toString())));
    }
}
