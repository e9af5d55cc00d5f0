package org.shuqiao.search.fact;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Vectors in JSON: their bytes, in base64. */
public final class InBytes {
    private InBytes() {}

    /** Writes and reads values of {@code type} so. */
    public static <T> SimpleModule of(Class<T> type, Function<T, byte[]> toBytes, Function<byte[], T> ofBytes) {
        return new SimpleModule(type.getSimpleName())
                .addSerializer(type, new Writer<>(toBytes))
                .addDeserializer(type, new Reader<>(ofBytes));
    }

    private static final class Writer<T> extends ValueSerializer<T> {
        private final Function<T, byte[]> toBytes;

        Writer(Function<T, byte[]> toBytes) {
            this.toBytes = toBytes;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeBinary(toBytes.apply(value));
        }
    }

    private static final class Reader<T> extends ValueDeserializer<T> {
        private final Function<byte[], T> ofBytes;

        Reader(Function<byte[], T> ofBytes) {
            this.ofBytes = ofBytes;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            return ofBytes.apply(parser.getBinaryValue());
        }
    }
}
