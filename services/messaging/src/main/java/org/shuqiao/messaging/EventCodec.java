package org.shuqiao.messaging;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.contracts.value.InvalidValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as Kafka records and back: CloudEvents 1.0 in binary mode (Kafka protocol binding, section 3.2), data in JSON,
 * key = aggregate id. Unknown properties are passed over, because published schemas may gain optional fields.
 */
public final class EventCodec {
    /** CloudEvents' extension for distributed tracing. */
    private static final String TRACE_PARENT = "traceparent";

    private static final Map<String, EventType> BY_NAME = new HashMap<>();
    private static final Map<Class<?>, EventType> BY_RECORD = new HashMap<>();

    static {
        for (EventType type : EventType.ALL) {
            BY_NAME.put(type.name(), type);
            BY_RECORD.put(type.record(), type);
        }
    }

    /** The mapper of events: lenient towards what it does not know, instants as ISO 8601, no nulls. */
    public static JsonMapper eventMapper() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
                .build();
    }

    private final JsonMapper json = eventMapper();
    private final URI source;

    public EventCodec(String source) {
        this.source = URI.create("/" + source);
    }

    /** The event's type; an event that is not in {@link EventType#ALL} is a bug. */
    public static EventType typeOf(Event event) {
        EventType type = BY_RECORD.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("not a published event type: " + event.getClass());
        }
        return type;
    }

    /** The event's data. */
    public String json(Event event) {
        return json.writeValueAsString(event);
    }

    ProducerRecord<String, byte[]> record(
            String topic,
            String key,
            UUID eventId,
            String type,
            Instant occurredAt,
            @Nullable String traceParent,
            byte[] data) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(eventId.toString())
                .withSource(source)
                .withType(type)
                .withSubject(key)
                .withTime(occurredAt.atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withData(data);
        if (traceParent != null) {
            event.withExtension(TRACE_PARENT, traceParent);
        }
        return KafkaMessageFactory.<String>createWriter(topic, key).writeBinary(event.build());
    }

    /** The trace the event was appended in, if it was in one. */
    Optional<String> traceParent(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader("ce_" + TRACE_PARENT);
        return header == null ? Optional.empty() : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /**
     * The event in a record.
     *
     * @throws MalformedEvent when it is no CloudEvent, of no known type, or its data break the type's rules
     */
    public Event event(ConsumerRecord<String, byte[]> record) {
        return read(record, (type, data) -> json.readValue(data, type.record()));
    }

    /**
     * A part of the event in a record.
     *
     * @param part what is read of the data, whatever the type; nothing else is
     * @throws MalformedEvent when it is no CloudEvent, of no known type, or its data have no such part
     */
    public <P> Excerpt<P> excerpt(ConsumerRecord<String, byte[]> record, Class<P> part) {
        return read(record, (type, data) -> new Excerpt<>(type.record(), json.readValue(data, part)));
    }

    private static <T> T read(ConsumerRecord<String, byte[]> record, BiFunction<EventType, byte[], T> reader) {
        try {
            MessageReader message = KafkaMessageFactory.createReader(record);
            CloudEvent cloudEvent = message.toEvent();
            EventType type = BY_NAME.get(cloudEvent.getType());
            if (type == null || cloudEvent.getData() == null) {
                throw new MalformedEvent("no data, or unknown type " + cloudEvent.getType(), null);
            }
            return reader.apply(type, cloudEvent.getData().toBytes());
        } catch (JacksonException | InvalidValue e) {
            throw new MalformedEvent("data that cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw e instanceof MalformedEvent malformed ? malformed : new MalformedEvent("no CloudEvent", e);
        }
    }
}
