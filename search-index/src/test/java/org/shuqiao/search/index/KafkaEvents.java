package org.shuqiao.search.index;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.messaging.EventCodec;
import org.springframework.kafka.core.KafkaTemplate;

/** Publishes events as the services do: CloudEvents in binary mode. */
public final class KafkaEvents {
    private static final EventCodec CODEC = new EventCodec("test");

    private KafkaEvents() {}

    public static void publish(KafkaTemplate<String, byte[]> kafka, String namespace, String topic, Event event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                namespace + topic,
                event.aggregateId().toString(),
                CODEC.json(event).getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", event.eventId().toString());
        header(record, "ce_source", "/test");
        header(record, "ce_type", EventCodec.typeOf(event).name());
        header(record, "content-type", "application/json");
        kafka.send(record).join();
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
