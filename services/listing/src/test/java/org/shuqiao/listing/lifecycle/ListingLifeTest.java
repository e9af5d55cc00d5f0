package org.shuqiao.listing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.contracts.listing.ListingStatus.draft;
import static org.shuqiao.contracts.listing.ListingStatus.expired;
import static org.shuqiao.contracts.listing.ListingStatus.paused;
import static org.shuqiao.contracts.listing.ListingStatus.published;
import static org.shuqiao.contracts.listing.ListingStatus.withdrawn;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.Offer;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.listing.Fixtures;
import org.shuqiao.listing.lifecycle.Listing.Change;

class ListingLifeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    @ParameterizedTest
    @EnumSource
    void isPublishedFromDraftOrExpired(ListingStatus status) {
        allowedOnlyFrom(EnumSet.of(draft, expired), status, listing -> listing.publish(NOW, YEAR), published);
    }

    @ParameterizedTest
    @EnumSource
    void isPausedWhilePublished(ListingStatus status) {
        allowedOnlyFrom(EnumSet.of(published), status, listing -> listing.pause(NOW), paused);
    }

    @ParameterizedTest
    @EnumSource
    void isResumedAfterAPause(ListingStatus status) {
        allowedOnlyFrom(EnumSet.of(paused), status, listing -> listing.resume(NOW), published);
    }

    @ParameterizedTest
    @EnumSource
    void isWithdrawnOnceFromAnyStatus(ListingStatus status) {
        allowedOnlyFrom(
                EnumSet.complementOf(EnumSet.of(withdrawn)), status, listing -> listing.withdraw(NOW), withdrawn);
    }

    @ParameterizedTest
    @EnumSource
    void isRevisedInAnyStatusButWithdrawn(ListingStatus status) {
        allowedOnlyFrom(
                EnumSet.complementOf(EnumSet.of(withdrawn)),
                status,
                listing -> listing.revise(Fixtures.offer("r", null), NOW),
                status);
    }

    @Test
    void tellsARevisionOnlyWhileItIsShown() {
        assertThat(happening(in(published).revise(Fixtures.offer("r", null), NOW)))
                .isEqualTo(Happening.REVISED);
        assertThat(happening(in(draft).revise(Fixtures.offer("r", null), NOW))).isNull();
        assertThat(happening(in(paused).revise(Fixtures.offer("r", null), NOW))).isNull();
    }

    @Test
    void tellsNothingOfADraftThatIsWithdrawn() {
        assertThat(happening(in(draft).withdraw(NOW))).isNull();
        assertThat(happening(in(paused).withdraw(NOW))).isEqualTo(Happening.WITHDRAWN);
    }

    @Test
    void expiresWhenItsOwnerSaysElseAfterTheDefault() {
        Instant end = NOW.plusSeconds(60);
        assertThat(changed(in(draft, Fixtures.offer("r", end)).publish(NOW, YEAR))
                        .expiresAt())
                .isEqualTo(end);
        assertThat(changed(in(draft).publish(NOW, YEAR)).expiresAt()).isEqualTo(NOW.plus(YEAR));
    }

    @Test
    void isNotPublishedAfterItsEnd() {
        assertThat(in(draft, Fixtures.offer("r", NOW)).publish(NOW, YEAR)).isEqualTo(new Change.ValidityOver<>(NOW));
    }

    private static void allowedOnlyFrom(
            Set<ListingStatus> allowed,
            ListingStatus status,
            Function<Listing<Offer, OfferView>, Change<Offer, OfferView>> move,
            ListingStatus after) {
        Listing<Offer, OfferView> listing = in(status);
        Change<Offer, OfferView> change = move.apply(listing);
        if (allowed.contains(status)) {
            assertThat(changed(change).status()).isEqualTo(after);
            assertThat(changed(change).version()).isEqualTo(listing.version() + 1);
            assertThat(changed(change).updatedAt()).isEqualTo(NOW);
        } else {
            assertThat(change).isEqualTo(new Change.NotAllowed<>(status, allowed));
        }
    }

    private static Listing<Offer, OfferView> changed(Change<Offer, OfferView> change) {
        return ((Change.Changed<Offer, OfferView>) change).listing();
    }

    private static @Nullable Happening happening(Change<Offer, OfferView> change) {
        return ((Change.Changed<Offer, OfferView>) change).happening();
    }

    private static Listing<Offer, OfferView> in(ListingStatus status) {
        return in(status, Fixtures.offer("r", null));
    }

    private static Listing<Offer, OfferView> in(ListingStatus status, Offer offer) {
        Instant before = NOW.minusSeconds(1);
        return new Listing<>(
                ListingKind.OFFER, UUID.randomUUID(), UUID.randomUUID(), status, 3, before, before, null, null, offer);
    }
}
