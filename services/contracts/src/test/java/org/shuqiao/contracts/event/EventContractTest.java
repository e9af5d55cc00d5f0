package org.shuqiao.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every event type keeps its schema, {@code src/main/resources/schemas}, and its golden samples, {@code
 * src/test/resources/samples}, of which {@code <Type>.minimal.json} leaves out all that may be left out, and others
 * say what came later. A sample that was
 * committed is never changed. After an intended, compatible change run with {@code -Dshuqiao.schemas.write=true}.
 */
class EventContractTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    /** Samples with what their types gained after the first was committed. */
    private static final Map<String, List<String>> LATER = Map.of(
            "ThesaurusExtendedV1", List.of("ThesaurusExtendedV1.denied"),
            "OfferPublishedV1", List.of("OfferPublishedV1.leadTime"));

    private static final Set<String> BY_LANGUAGE = Set.of("values", "labels", "denied");

    @BeforeAll
    static void writeSchemasWhenAsked() throws IOException {
        if (Boolean.getBoolean("shuqiao.schemas.write")) {
            Files.createDirectories(SCHEMAS);
            for (EventType type : EventType.ALL) {
                Path file = SCHEMAS.resolve(type.record().getSimpleName() + ".json");
                String schema =
                        EventJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(EventSchemas.of(type));
                Files.writeString(file, schema + "\n");
            }
        }
    }

    static Stream<EventType> types() {
        return EventType.ALL.stream();
    }

    static Stream<EventType> typesWithState() {
        return EventType.ALL.stream().filter(EventContractTest::hasState);
    }

    private static boolean hasState(EventType type) {
        return type.record().getRecordComponents().length > Event.class.getDeclaredMethods().length;
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasTheSchemaThatWasCommitted(EventType type) throws IOException {
        Path file = SCHEMAS.resolve(type.record().getSimpleName() + ".json");
        assertThat(EventSchemas.of(type)).isEqualTo(EventJson.MAPPER.readTree(Files.readString(file)));
    }

    @Test
    void keepsNoSchemaOrSampleOfATypeThatIsNotListed() throws IOException {
        List<String> names = EventType.ALL.stream()
                .map(type -> type.record().getSimpleName())
                .toList();
        for (Path folder : List.of(SCHEMAS, Path.of("src/test/resources/samples"))) {
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString().split("\\.")[0]))
                        .isNotEmpty()
                        .isSubsetOf(names);
            }
        }
    }

    static Stream<Arguments> samples() {
        return EventType.ALL.stream().flatMap(type -> samples(type).map(sample -> arguments(type, sample)));
    }

    private static Stream<JsonNode> samples(EventType type) {
        String name = type.record().getSimpleName();
        return Stream.concat(Stream.of(name), LATER.getOrDefault(name, List.of()).stream())
                .map(EventJson::sample);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsAndWritesItsGoldenSamples(EventType type, JsonNode sample) {
        Event event = EventJson.read(type, sample);
        assertThat(EventJson.write(event)).isEqualTo(sample);
        assertThat(faults(type, sample)).isEmpty();
        assertThat(event.version()).isPositive();
        assertThat(event.eventId().version()).isEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("typesWithState")
    void readsASampleWithAllLeftOutThatMayBe(EventType type) {
        JsonNode sample = EventJson.sample(type.record().getSimpleName() + ".minimal");
        Event event = EventJson.read(type, sample);
        assertThat(faults(type, sample)).isEmpty();
        JsonNode written = EventJson.write(event);
        assertThat(EventJson.read(type, written)).isEqualTo(event);
        assertThat(faults(type, written)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void passesOverWhatALaterVersionAddsAnywhere(EventType type) {
        JsonNode sample = EventJson.sample(type.record().getSimpleName());
        JsonNode later = sample.deepCopy();
        int objects = addToEveryRecord(later, "");
        assertThat(objects).isPositive();
        assertThat(EventJson.read(type, later)).isEqualTo(EventJson.read(type, sample));
        assertThat(faults(type, later)).isEmpty();
    }

    /** The golden samples stay readable however many come: what cannot be read any more is a broken promise. */
    @ParameterizedTest
    @MethodSource("types")
    void neverGivesUpARequiredFieldSilently(EventType type) {
        ObjectNode sample = (ObjectNode) EventJson.sample(type.record().getSimpleName());
        for (String field : List.of("eventId", "occurredAt", "aggregateId", "version")) {
            ObjectNode without = sample.deepCopy();
            without.remove(field);
            assertThat(faults(type, without)).as("without %s", field).isNotEmpty();
        }
    }

    @Test
    void schemasSayWhatIsWrong() {
        EventType type = EventType.ALL.stream()
                .filter(t -> t.name().endsWith("OfferPublishedV1"))
                .findFirst()
                .orElseThrow();
        for (String broken : List.of(
                "/offer/status=\"gone\"",
                "/offer/offer/languages=[5]",
                "/offer/offer/languages=[{\"value\":\"zh\"}]",
                "/offer/offer/title=\"plain\"",
                "/offer/offer/title/original={\"value\":\"zh\"}",
                "/offer/offer/price/currency=\"euro\"",
                "/offer/offer/price/min=5",
                "/offer/offer/supportLevels=[\"AROUND_THE_CLOCK\"]",
                "/offer/createdAt=\"yesterday\"",
                "/aggregateId=\"7\"",
                "/version=\"1\"")) {
            ObjectNode sample = (ObjectNode) EventJson.sample("OfferPublishedV1");
            String[] parts = broken.split("=", 2);
            String parent = parts[0].substring(0, parts[0].lastIndexOf('/'));
            String field = parts[0].substring(parts[0].lastIndexOf('/') + 1);
            ((ObjectNode) sample.at(parent)).set(field, EventJson.MAPPER.readTree(parts[1]));
            assertThat(faults(type, sample)).as(broken).isNotEmpty();
        }
    }

    @Test
    void samplesSayEverythingAtLeastOnce() {
        // a field that no sample has would not be kept readable by these tests
        for (String name : List.of(
                "OrganizationRegisteredV1",
                "MemberJoinedV1",
                "OfferPublishedV1",
                "DemandPublishedV1",
                "ThesaurusExtendedV1",
                "AlertRaisedV1",
                "DigestDueV1")) {
            EventType type = EventType.ALL.stream()
                    .filter(t -> t.record().getSimpleName().equals(name))
                    .findFirst()
                    .orElseThrow();
            JsonNode schema = EventSchemas.of(type);
            List<String> missing = new ArrayList<>();
            collectMissing(schema, schema, samples(type).toList(), name, missing);
            assertThat(missing).isEmpty();
        }
    }

    private static void collectMissing(
            JsonNode root, JsonNode schema, List<JsonNode> values, String path, List<String> missing) {
        JsonNode resolved = schema;
        if (schema.has("$ref")) {
            resolved = root.at(schema.get("$ref").asString().substring(1));
        }
        if (resolved.has("items")) {
            List<JsonNode> items = new ArrayList<>();
            values.forEach(value -> value.forEach(items::add));
            collectMissing(root, resolved.get("items"), items, path + "[]", missing);
        }
        JsonNode properties = resolved.path("properties");
        for (String property : properties.propertyNames()) {
            List<JsonNode> there = values.stream()
                    .filter(value -> value.has(property))
                    .map(value -> value.get(property))
                    .toList();
            if (there.isEmpty()) {
                missing.add(path + "." + property);
            } else {
                collectMissing(root, properties.get(property), there, path + "." + property, missing);
            }
        }
    }

    /** Adds a field to every object that is a record, and counts them; objects by language tag are maps. */
    private static int addToEveryRecord(JsonNode node, String name) {
        int count = 0;
        if (node instanceof ObjectNode object) {
            for (String child : List.copyOf(object.propertyNames())) {
                count += addToEveryRecord(object.get(child), child);
            }
            if (!BY_LANGUAGE.contains(name)) {
                object.putObject("addedLater").put("by", "a newer service");
                count++;
            }
        } else if (node instanceof ArrayNode array) {
            for (JsonNode child : array) {
                count += addToEveryRecord(child, "");
            }
        }
        return count;
    }

    private static List<Error> faults(EventType type, JsonNode json) {
        List<Error> faults = new ArrayList<>();
        assertThatCode(() -> {
                    String schema =
                            Files.readString(SCHEMAS.resolve(type.record().getSimpleName() + ".json"));
                    faults.addAll(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(EventJson.MAPPER.readTree(schema))
                            .validate(
                                    json,
                                    context -> context.executionConfig(
                                            execution -> execution.formatAssertionsEnabled(true))));
                })
                .doesNotThrowAnyException();
        return faults;
    }
}
