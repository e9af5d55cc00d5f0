package org.shuqiao.listing.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.ListingView;

/**
 * An offer or a demand with its standing; owner of the rules of its life:
 *
 * <pre>
 * draft ──publish──► published ◄──resume── paused
 *                        │ └─────pause─────► │
 *                        └──── time ──► expired ──publish──► published
 * every state but withdrawn ──withdraw──► withdrawn, for good
 * </pre>
 *
 * @param version rises by 1 with every change
 * @param publishedAt when it was last published
 * @param expiresAt when it expires, from its publication on
 */
public record Listing<C extends ListingContent, V extends ListingView>(
        ListingKind<C, V> kind,
        UUID id,
        UUID ownerId,
        ListingStatus status,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant expiresAt,
        C content) {

    /** What became of a wish to change a listing. */
    public sealed interface Change<C extends ListingContent, V extends ListingView> {
        /** It changed; {@code happening} is told to the outside, null when nothing is. */
        record Changed<C extends ListingContent, V extends ListingView>(
                Listing<C, V> listing, @Nullable Happening happening) implements Change<C, V> {}

        /** Its state does not allow that; only those in {@code from} do. */
        record NotAllowed<C extends ListingContent, V extends ListingView>(
                ListingStatus status, Set<ListingStatus> from) implements Change<C, V> {}

        /** Its validity is over, so it cannot be shown. */
        record ValidityOver<C extends ListingContent, V extends ListingView>(Instant end) implements Change<C, V> {}
    }

    /** A new draft. */
    static <C extends ListingContent, V extends ListingView> Listing<C, V> draft(
            ListingKind<C, V> kind, UUID id, UUID ownerId, C content, Instant now) {
        return new Listing<>(kind, id, ownerId, ListingStatus.draft, 1, now, now, null, null, content);
    }

    Change<C, V> publish(Instant now, Duration defaultValidity) {
        return from(EnumSet.of(ListingStatus.draft, ListingStatus.expired), () -> {
            Instant end = kind.end(content);
            Instant expiry = end == null ? now.plus(defaultValidity) : end;
            return expiry.isAfter(now)
                    ? new Change.Changed<>(
                            new Listing<>(
                                    kind,
                                    id,
                                    ownerId,
                                    ListingStatus.published,
                                    version + 1,
                                    createdAt,
                                    now,
                                    now,
                                    expiry,
                                    content),
                            Happening.PUBLISHED)
                    : new Change.ValidityOver<>(expiry);
        });
    }

    Change<C, V> revise(C revised, Instant now) {
        return from(EnumSet.complementOf(EnumSet.of(ListingStatus.withdrawn)), () -> {
            Instant end = kind.end(revised);
            boolean live = status == ListingStatus.published || status == ListingStatus.paused;
            if (live && end != null && !end.isAfter(now)) {
                return new Change.ValidityOver<>(end);
            }
            Instant expiry = live && end != null ? end : expiresAt;
            return new Change.Changed<>(
                    new Listing<>(kind, id, ownerId, status, version + 1, createdAt, now, publishedAt, expiry, revised),
                    status == ListingStatus.published ? Happening.REVISED : null);
        });
    }

    Change<C, V> pause(Instant now) {
        return from(EnumSet.of(ListingStatus.published), () -> to(ListingStatus.paused, now, Happening.PAUSED));
    }

    Change<C, V> resume(Instant now) {
        return from(EnumSet.of(ListingStatus.paused), () -> to(ListingStatus.published, now, Happening.RESUMED));
    }

    Change<C, V> withdraw(Instant now) {
        return from(
                EnumSet.complementOf(EnumSet.of(ListingStatus.withdrawn)),
                () -> to(ListingStatus.withdrawn, now, status == ListingStatus.draft ? null : Happening.WITHDRAWN));
    }

    private Change<C, V> to(ListingStatus next, Instant now, @Nullable Happening happening) {
        return new Change.Changed<>(
                new Listing<>(kind, id, ownerId, next, version + 1, createdAt, now, publishedAt, expiresAt, content),
                happening);
    }

    private Change<C, V> from(Set<ListingStatus> allowed, Supplier<Change<C, V>> change) {
        return allowed.contains(status) ? change.get() : new Change.NotAllowed<>(status, allowed);
    }
}
