package org.shuqiao.contracts.event;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schemas (2020-12) of events as they are written. What is nullable and lists may be missing; fields that are not named
 * are allowed, because a published schema may gain optional ones.
 */
final class EventSchemas {
    private static final SchemaGenerator GENERATOR = generator();

    private EventSchemas() {}

    static JsonNode of(EventType type) {
        ObjectNode generated = GENERATOR.generateSchema(type.record());
        ObjectNode schema = EventJson.MAPPER.createObjectNode();
        schema.set("$schema", generated.get("$schema"));
        schema.put("$id", "urn:shuqiao:event:" + type.record().getSimpleName());
        schema.put("title", type.name());
        schema.put("description", "Data of the CloudEvent of this type on the topic " + type.topic());
        schema.setAll(generated);
        return schema;
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        EventJson.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES, Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .without(Option.SCHEMA_VERSION_INDICATOR)
                .with(Option.SCHEMA_VERSION_INDICATOR);
        config.forTypesInGeneral().withCustomDefinitionProvider(EventSchemas::scalar);
        config.forFields().withRequiredCheck(EventSchemas::isRequired);
        return new SchemaGenerator(config.build());
    }

    private static @Nullable CustomDefinition scalar(ResolvedType type, SchemaGenerationContext context) {
        Class<?> erased = type.getErasedType();
        if (erased == UUID.class) {
            return string(context, "format", "uuid");
        }
        if (erased == Instant.class) {
            return string(context, "format", "date-time");
        }
        if (erased == LocalDate.class) {
            return string(context, "format", "date");
        }
        if (erased == Currency.class) {
            return string(context, "pattern", "^[A-Z]{3}$");
        }
        if (erased == BigDecimal.class) {
            return string(context, "pattern", "^[0-9]{1,15}(\\.[0-9]+)?$");
        }
        if (erased.isEnum()) {
            return names(context, erased);
        }
        return isString(erased) ? string(context, null, "") : null;
    }

    /** Whether a record is written as the string it holds. */
    private static boolean isString(Class<?> type) {
        if (!type.isRecord()) {
            return false;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonValue.class)) {
                return component.getType() == String.class;
            }
        }
        return false;
    }

    private static CustomDefinition string(SchemaGenerationContext context, @Nullable String keyword, String value) {
        ObjectNode node = context.getGeneratorConfig().createObjectNode().put("type", "string");
        if (keyword != null) {
            node.put(keyword, value);
        }
        return new CustomDefinition(
                node, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }

    private static CustomDefinition names(SchemaGenerationContext context, Class<?> type) {
        ObjectNode node = context.getGeneratorConfig().createObjectNode().put("type", "string");
        var names = node.putArray("enum");
        for (Field field : type.getFields()) {
            if (field.isEnumConstant()) {
                JsonProperty property = field.getAnnotation(JsonProperty.class);
                names.add(property == null ? field.getName() : property.value());
            }
        }
        return new CustomDefinition(
                node, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }

    private static boolean isRequired(FieldScope field) {
        Field declared = field.getRawMember();
        return !declared.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !Collection.class.isAssignableFrom(declared.getType());
    }
}
