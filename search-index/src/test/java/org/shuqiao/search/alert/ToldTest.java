package org.shuqiao.search.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.contracts.listing.DemandPublishedV1;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.DemandWithdrawnV1;
import org.shuqiao.contracts.listing.OfferPausedV1;
import org.shuqiao.contracts.listing.OfferRevisedV1;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.messaging.Excerpt;
import org.shuqiao.search.Fixtures;
import org.shuqiao.search.index.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class ToldTest {
    private static final EventCodec CODEC = new EventCodec("test");
    private static final JsonMapper JSON = EventCodec.eventMapper();
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private final UUID id = UUID.randomUUID();
    private final UUID owner = UUID.randomUUID();

    @Test
    void aPublishedDemandEntersTheMarket() {
        DemandView demand = Fixtures.demand(id, owner, 3, "en", "Demand", "Problem");

        assertThat(told(new DemandPublishedV1(UUID.randomUUID(), NOW, id, 3, demand)))
                .isEqualTo(new Told(id, Kind.DEMANDS, owner, 3, true, false, demand.publishedAt(), null));
    }

    @Test
    void aRevisedOfferWasThereBefore() {
        OfferView offer = Fixtures.offer(id, owner, 4, "en", "Offer", "Summary");

        assertThat(told(new OfferRevisedV1(UUID.randomUUID(), NOW, id, 4, offer)))
                .isEqualTo(new Told(id, Kind.OFFERS, owner, 4, true, false, offer.publishedAt(), offer.publishedAt()));
    }

    @Test
    void whatIsPausedRestsAndWhatIsWithdrawnEnds() {
        assertThat(told(new OfferPausedV1(UUID.randomUUID(), NOW, id, 5)))
                .isEqualTo(new Told(id, Kind.OFFERS, null, 5, false, false, null, NOW));
        assertThat(told(new DemandWithdrawnV1(UUID.randomUUID(), NOW, id, 6)))
                .isEqualTo(new Told(id, Kind.DEMANDS, null, 6, false, true, null, NOW));
    }

    @Test
    void noMoreIsReadThanIsNeeded() {
        String json = """
                {"aggregateId":"%s","version":7,"occurredAt":"2026-11-26T08:00:00Z","offer":{"providerId":"%s",
                "updatedAt":"2026-11-26T07:00:00Z","offer":{"title":"no text","price":-1}}}
                """.formatted(id, owner);

        assertThat(Told.of(new Excerpt<>(OfferRevisedV1.class, JSON.readValue(json, Told.News.class)))
                        .publishedAt())
                .isEqualTo("2026-11-26T07:00:00Z");
    }

    @Test
    void anEventThatDoesNotSayOfWhatItIsIsMalformed() {
        assertThatThrownBy(() ->
                        JSON.readValue("{\"version\":7,\"occurredAt\":\"2026-11-26T08:00:00Z\"}", Told.News.class))
                .isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void isKnownOfEveryTypeThereEverWas(EventType type) {
        Told.News news = new Told.News(id, 1, NOW, new Told.Standing(owner, NOW, NOW));

        assertThatCode(() -> Told.of(new Excerpt<>(type.record(), news))).doesNotThrowAnyException();
    }

    static Stream<EventType> types() {
        return EventType.ALL.stream()
                .filter(type ->
                        type.topic().equals(EventType.OFFERS) || type.topic().equals(EventType.DEMANDS));
    }

    private static Told told(Event event) {
        return Told.of(new Excerpt<>(event.getClass(), JSON.readValue(CODEC.json(event), Told.News.class)));
    }
}
