package org.shuqiao.web;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.shuqiao.contracts.value.InvalidValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON that comes from outside: UTF-8 without faults, each field known and given once, no value bent into another
 * type, at most {@value #MAX_DEPTH} levels deep. What does not fit becomes a {@link Problem} of status 400 that names the
 * field. Reading other services' answers is not its job: those may gain fields.
 */
public final class StrictJson {
    static final int MAX_DEPTH = 64;
    static final int MAX_NUMBER = 100;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .maxNameLength(1_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(StrictScalar.module())
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfigDefaults(
                    config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();

    /** The value that {@code json} says; a {@link Problem} of status 400 when it says none. */
    public <T> T read(byte[] json, Class<T> type) {
        return type.cast(read(json, mapper.constructType(type)));
    }

    /** Like {@link #read(byte[], Class)} for a type with arguments. */
    public Object read(byte[] json, Type type) {
        return read(json, mapper.constructType(type));
    }

    private Object read(byte[] json, JavaType type) {
        refuseBrokenUtf8(json);
        // not mapper.readValue(byte[]): it closes the parser before the error can say what stands there
        try (JsonParser parser = mapper.createParser(json)) {
            try {
                Object value = mapper.readValue(parser, type);
                if (value == null) {
                    throw JsonProblems.invalid(new FieldError(JsonProblems.BODY, "an object", "null"));
                }
                if (parser.nextToken() != null) {
                    throw JsonProblems.malformed(
                            new FieldError(JsonProblems.BODY, "nothing after the value", JsonProblems.shown(parser)));
                }
                return value;
            } catch (JacksonException e) {
                throw JsonProblems.of(e, parser).orElseThrow(() -> e);
            } catch (InvalidValue e) {
                throw JsonProblems.invalid(FieldError.of("", e));
            }
        }
    }

    /** The field in whose value the first {@code length} bytes of {@code json} end; empty when in none. */
    String fieldAt(byte[] json, int length) {
        try (JsonParser parser = mapper.createParser(json, 0, length)) {
            String path = "";
            try {
                while (parser.nextToken() != null) {
                    path = JsonProblems.path(parser.streamReadContext());
                    parser.finishToken();
                }
                return path;
            } catch (JacksonException e) {
                return JsonProblems.path(parser.streamReadContext());
            }
        }
    }

    private void refuseBrokenUtf8(byte[] json) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(json);
        CharBuffer chars = CharBuffer.allocate(8192);
        CoderResult result;
        do {
            chars.clear();
            result = decoder.decode(bytes, chars, true);
        } while (result.isOverflow());
        if (result.isError()) {
            int at = bytes.position();
            String field = fieldAt(json, at);
            throw JsonProblems.malformed(new FieldError(
                    field.isEmpty() ? JsonProblems.BODY : field,
                    "text in UTF-8",
                    String.format("byte 0x%02X at position %d", json[at], at + 1)));
        }
    }
}
