package org.shuqiao.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events in JSON, read and written as on Kafka: nothing is written of what is not there, what is unknown is passed over. */
final class EventJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    /** A golden sample: {@code samples/<name>.json}. */
    static JsonNode sample(String name) {
        String path = "/samples/" + name + ".json";
        try (InputStream stream = EventJson.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new AssertionError("every published event type has a golden sample: there is no " + path);
            }
            return MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean hasSample(String name) {
        return EventJson.class.getResource("/samples/" + name + ".json") != null;
    }

    static Event read(EventType type, JsonNode json) {
        return MAPPER.treeToValue(json, type.record());
    }

    static JsonNode write(Event event) {
        return MAPPER.readTree(MAPPER.writeValueAsBytes(event));
    }
}
