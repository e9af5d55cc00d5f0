package org.shuqiao.search.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.DemandEvent;
import org.shuqiao.contracts.listing.DemandExpiredV1;
import org.shuqiao.contracts.listing.DemandPausedV1;
import org.shuqiao.contracts.listing.DemandPublishedV1;
import org.shuqiao.contracts.listing.DemandResumedV1;
import org.shuqiao.contracts.listing.DemandRevisedV1;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.DemandWithdrawnV1;
import org.shuqiao.contracts.listing.OfferEvent;
import org.shuqiao.contracts.listing.OfferExpiredV1;
import org.shuqiao.contracts.listing.OfferPausedV1;
import org.shuqiao.contracts.listing.OfferPublishedV1;
import org.shuqiao.contracts.listing.OfferResumedV1;
import org.shuqiao.contracts.listing.OfferRevisedV1;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.listing.OfferWithdrawnV1;
import org.shuqiao.search.index.Kind;

/**
 * What events tell of a listing.
 *
 * @param owner null when they do not say
 * @param open whether it is in the market
 * @param ended whether it left the market and not only rests
 * @param publishedAt when it was last published; null when it is closed
 * @param before since when it has been in the market at the latest, where it was there before these events; else null
 */
record Told(
        UUID id,
        Kind kind,
        @Nullable UUID owner,
        long version,
        boolean open,
        boolean ended,
        @Nullable Instant publishedAt,
        @Nullable Instant before) {

    static Told of(OfferEvent event) {
        return switch (event) {
            case OfferPublishedV1 e -> open(e.offer(), true);
            case OfferRevisedV1 e -> open(e.offer(), false);
            case OfferResumedV1 e -> open(e.offer(), false);
            case OfferPausedV1 e -> closed(e.aggregateId(), Kind.OFFERS, e.version(), false, e.occurredAt());
            case OfferWithdrawnV1 e -> closed(e.aggregateId(), Kind.OFFERS, e.version(), true, e.occurredAt());
            case OfferExpiredV1 e -> closed(e.aggregateId(), Kind.OFFERS, e.version(), true, e.occurredAt());
        };
    }

    static Told of(DemandEvent event) {
        return switch (event) {
            case DemandPublishedV1 e -> open(e.demand(), true);
            case DemandRevisedV1 e -> open(e.demand(), false);
            case DemandResumedV1 e -> open(e.demand(), false);
            case DemandPausedV1 e -> closed(e.aggregateId(), Kind.DEMANDS, e.version(), false, e.occurredAt());
            case DemandWithdrawnV1 e -> closed(e.aggregateId(), Kind.DEMANDS, e.version(), true, e.occurredAt());
            case DemandExpiredV1 e -> closed(e.aggregateId(), Kind.DEMANDS, e.version(), true, e.occurredAt());
        };
    }

    /** Both together: the newer, and that it entered if either says so. */
    Told and(Told other) {
        Told newer = version >= other.version ? this : other;
        Told older = newer == this ? other : this;
        return new Told(
                id,
                kind,
                newer.owner == null ? older.owner : newer.owner,
                newer.version,
                newer.open,
                newer.ended,
                newer.publishedAt == null ? older.publishedAt : newer.publishedAt,
                older.before == null ? null : newer.before);
    }

    private static Told open(OfferView view, boolean enters) {
        Instant published = view.publishedAt() == null ? view.updatedAt() : view.publishedAt();
        return new Told(
                view.id(),
                Kind.OFFERS,
                view.providerId(),
                view.version(),
                true,
                false,
                published,
                enters ? null : published);
    }

    private static Told open(DemandView view, boolean enters) {
        Instant published = view.publishedAt() == null ? view.updatedAt() : view.publishedAt();
        return new Told(
                view.id(),
                Kind.DEMANDS,
                view.buyerId(),
                view.version(),
                true,
                false,
                published,
                enters ? null : published);
    }

    private static Told closed(UUID id, Kind kind, long version, boolean ended, Instant at) {
        return new Told(id, kind, null, version, false, ended, null, at);
    }
}
