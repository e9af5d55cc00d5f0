package org.shuqiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.listing.OfferPausedV1;

class EventCodecTest {
    private final EventCodec codec = new EventCodec("listing");
    private final OfferPausedV1 event = Samples.paused(UUID.randomUUID(), 7);

    @Test
    void writesACloudEventInBinaryMode() {
        Headers headers = written(codec.json(event)).headers();

        assertThat(List.of(
                        "ce_specversion",
                        "ce_type",
                        "ce_source",
                        "ce_subject",
                        "ce_id",
                        "ce_traceparent",
                        "content-type"))
                .extracting(name -> new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8))
                .containsExactly(
                        "1.0",
                        "org.shuqiao.OfferPausedV1",
                        "/listing",
                        event.aggregateId().toString(),
                        event.eventId().toString(),
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                        "application/json");
    }

    @Test
    void readsWhatItWrote() {
        assertThat(codec.event(received(written(codec.json(event))))).isEqualTo(event);
    }

    @Test
    void passesOverAPropertyOfALaterVersion() {
        String json = codec.json(event).replace("{", "{\"later\":true,");
        assertThat(codec.event(received(written(json)))).isEqualTo(event);
    }

    @Test
    void refusesDataThatBreakTheTypesRules() {
        assertThatThrownBy(() -> codec.event(received(written("{\"version\":\"many\"}"))))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void refusesWhatIsNoCloudEvent() {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("t", 0, 0, "k", new byte[] {1});
        assertThatThrownBy(() -> codec.event(record)).isInstanceOf(MalformedEvent.class);
    }

    @Test
    void readsAPartOfTheDataAndNothingElse() {
        String json = codec.json(event).replace("{", "{\"offer\":{\"offer\":{\"title\":\"breaks every rule\"}},");

        Excerpt<Versioned> excerpt = codec.excerpt(received(written(json)), Versioned.class);

        assertThat(excerpt).isEqualTo(new Excerpt<>(OfferPausedV1.class, new Versioned(event.aggregateId(), 7)));
    }

    @Test
    void refusesDataWithoutThePart() {
        assertThatThrownBy(() -> codec.excerpt(received(written("{\"version\":\"many\"}")), Versioned.class))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining("cannot be read");
    }

    private record Versioned(UUID aggregateId, long version) {}

    private ProducerRecord<String, byte[]> written(String json) {
        return codec.record(
                "listing.offer",
                event.aggregateId().toString(),
                event.eventId(),
                EventCodec.typeOf(event).name(),
                event.occurredAt(),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                json.getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }
}
