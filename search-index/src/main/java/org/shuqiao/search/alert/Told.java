package org.shuqiao.search.alert;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.listing.DemandExpiredV1;
import org.shuqiao.contracts.listing.DemandPausedV1;
import org.shuqiao.contracts.listing.DemandPublishedV1;
import org.shuqiao.contracts.listing.DemandResumedV1;
import org.shuqiao.contracts.listing.DemandRevisedV1;
import org.shuqiao.contracts.listing.DemandWithdrawnV1;
import org.shuqiao.contracts.listing.OfferEvent;
import org.shuqiao.contracts.listing.OfferExpiredV1;
import org.shuqiao.contracts.listing.OfferPausedV1;
import org.shuqiao.contracts.listing.OfferPublishedV1;
import org.shuqiao.contracts.listing.OfferResumedV1;
import org.shuqiao.contracts.listing.OfferRevisedV1;
import org.shuqiao.contracts.listing.OfferWithdrawnV1;
import org.shuqiao.messaging.Excerpt;
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

    /** What is read of an event. A listing is there where the event carries it. */
    record News(
            UUID aggregateId,
            long version,
            Instant occurredAt,

            @JsonAlias({"offer", "demand"}) @Nullable Standing listing) {
        News {
            Objects.requireNonNull(aggregateId, "aggregateId");
            Objects.requireNonNull(occurredAt, "occurredAt");
        }
    }

    /** What is read of a listing in an event. */
    record Standing(
            @JsonAlias({"providerId", "buyerId"}) UUID owner,
            Instant updatedAt,
            @Nullable Instant publishedAt) {
        Standing {
            Objects.requireNonNull(owner, "providerId or buyerId");
            Objects.requireNonNull(updatedAt, "updatedAt");
        }
    }

    /** What happens to a listing in the market. */
    private enum Course {
        ENTERS,
        CHANGES,
        RESTS,
        ENDS
    }

    private static final Map<Class<? extends Event>, Course> COURSES = Map.ofEntries(
            Map.entry(OfferPublishedV1.class, Course.ENTERS),
            Map.entry(OfferRevisedV1.class, Course.CHANGES),
            Map.entry(OfferResumedV1.class, Course.CHANGES),
            Map.entry(OfferPausedV1.class, Course.RESTS),
            Map.entry(OfferWithdrawnV1.class, Course.ENDS),
            Map.entry(OfferExpiredV1.class, Course.ENDS),
            Map.entry(DemandPublishedV1.class, Course.ENTERS),
            Map.entry(DemandRevisedV1.class, Course.CHANGES),
            Map.entry(DemandResumedV1.class, Course.CHANGES),
            Map.entry(DemandPausedV1.class, Course.RESTS),
            Map.entry(DemandWithdrawnV1.class, Course.ENDS),
            Map.entry(DemandExpiredV1.class, Course.ENDS));

    static Told of(Excerpt<News> event) {
        Kind kind = OfferEvent.class.isAssignableFrom(event.type()) ? Kind.OFFERS : Kind.DEMANDS;
        Course course = COURSES.get(event.type());
        if (course == null) {
            throw new IllegalStateException(
                    "nothing is known of a " + event.type().getSimpleName());
        }
        return switch (course) {
            case ENTERS -> open(event.data(), kind, true);
            case CHANGES -> open(event.data(), kind, false);
            case RESTS -> closed(event.data(), kind, false);
            case ENDS -> closed(event.data(), kind, true);
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

    private static Told open(News news, Kind kind, boolean enters) {
        Standing listing = Objects.requireNonNull(news.listing(), "the listing");
        Instant published = listing.publishedAt() == null ? listing.updatedAt() : listing.publishedAt();
        return new Told(
                news.aggregateId(),
                kind,
                listing.owner(),
                news.version(),
                true,
                false,
                published,
                enters ? null : published);
    }

    private static Told closed(News news, Kind kind, boolean ended) {
        return new Told(news.aggregateId(), kind, null, news.version(), false, ended, null, news.occurredAt());
    }
}
