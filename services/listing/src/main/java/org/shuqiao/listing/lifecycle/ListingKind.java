package org.shuqiao.listing.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.listing.DemandExpiredV1;
import org.shuqiao.contracts.listing.DemandPausedV1;
import org.shuqiao.contracts.listing.DemandPublishedV1;
import org.shuqiao.contracts.listing.DemandResumedV1;
import org.shuqiao.contracts.listing.DemandRevisedV1;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.DemandWithdrawnV1;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.contracts.listing.Offer;
import org.shuqiao.contracts.listing.OfferExpiredV1;
import org.shuqiao.contracts.listing.OfferPausedV1;
import org.shuqiao.contracts.listing.OfferPublishedV1;
import org.shuqiao.contracts.listing.OfferResumedV1;
import org.shuqiao.contracts.listing.OfferRevisedV1;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.listing.OfferWithdrawnV1;
import org.shuqiao.contracts.profile.Organization.Role;

/**
 * The two kinds of listing. They live the same life and differ in content, in who may own one, and in what their views
 * and events are called.
 *
 * @param <C> what the owner states
 * @param <V> the content with its standing
 */
public sealed interface ListingKind<C extends ListingContent, V extends ListingView> {
    ListingKind<Offer, OfferView> OFFER = new Offers();
    ListingKind<Demand, DemandView> DEMAND = new Demands();

    /** {@code offer} or {@code demand}. */
    String name();

    Class<C> contentType();

    /** The role an organization needs to own one. */
    Role ownerRole();

    /** The end its owner set, if any. */
    @Nullable
    Instant end(C content);

    V view(Listing<C, V> listing);

    /** What happened to {@code listing}, which is already in the state after it. */
    Event event(Happening happening, UUID eventId, Listing<C, V> listing);

    /** An offer, owned by a provider. */
    record Offers() implements ListingKind<Offer, OfferView> {
        @Override
        public String name() {
            return "offer";
        }

        @Override
        public Class<Offer> contentType() {
            return Offer.class;
        }

        @Override
        public Role ownerRole() {
            return Role.provider;
        }

        @Override
        public @Nullable Instant end(Offer offer) {
            return offer.validUntil();
        }

        @Override
        public OfferView view(Listing<Offer, OfferView> l) {
            return new OfferView(
                    l.id(),
                    l.ownerId(),
                    l.version(),
                    l.status(),
                    l.createdAt(),
                    l.updatedAt(),
                    l.publishedAt(),
                    l.expiresAt(),
                    l.content());
        }

        @Override
        public Event event(Happening happening, UUID eventId, Listing<Offer, OfferView> l) {
            return switch (happening) {
                case PUBLISHED -> new OfferPublishedV1(eventId, l.updatedAt(), l.id(), l.version(), view(l));
                case REVISED -> new OfferRevisedV1(eventId, l.updatedAt(), l.id(), l.version(), view(l));
                case RESUMED -> new OfferResumedV1(eventId, l.updatedAt(), l.id(), l.version(), view(l));
                case PAUSED -> new OfferPausedV1(eventId, l.updatedAt(), l.id(), l.version());
                case WITHDRAWN -> new OfferWithdrawnV1(eventId, l.updatedAt(), l.id(), l.version());
                case EXPIRED -> new OfferExpiredV1(eventId, l.updatedAt(), l.id(), l.version());
            };
        }
    }

    /** A demand, owned by a buyer. */
    record Demands() implements ListingKind<Demand, DemandView> {
        @Override
        public String name() {
            return "demand";
        }

        @Override
        public Class<Demand> contentType() {
            return Demand.class;
        }

        @Override
        public Role ownerRole() {
            return Role.buyer;
        }

        /** The end of its validity, else the end of the time to respond. */
        @Override
        public @Nullable Instant end(Demand demand) {
            return demand.validUntil() == null ? demand.responsesUntil() : demand.validUntil();
        }

        @Override
        public DemandView view(Listing<Demand, DemandView> l) {
            return new DemandView(
                    l.id(),
                    l.ownerId(),
                    l.version(),
                    l.status(),
                    l.createdAt(),
                    l.updatedAt(),
                    l.publishedAt(),
                    l.expiresAt(),
                    l.content());
        }

        @Override
        public Event event(Happening happening, UUID eventId, Listing<Demand, DemandView> l) {
            return switch (happening) {
                case PUBLISHED -> new DemandPublishedV1(eventId, l.updatedAt(), l.id(), l.version(), view(l));
                case REVISED -> new DemandRevisedV1(eventId, l.updatedAt(), l.id(), l.version(), view(l));
                case RESUMED -> new DemandResumedV1(eventId, l.updatedAt(), l.id(), l.version(), view(l));
                case PAUSED -> new DemandPausedV1(eventId, l.updatedAt(), l.id(), l.version());
                case WITHDRAWN -> new DemandWithdrawnV1(eventId, l.updatedAt(), l.id(), l.version());
                case EXPIRED -> new DemandExpiredV1(eventId, l.updatedAt(), l.id(), l.version());
            };
        }
    }
}
