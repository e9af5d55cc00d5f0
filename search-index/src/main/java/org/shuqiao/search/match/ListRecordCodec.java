package org.shuqiao.search.match;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.shuqiao.search.fact.FactsCodec;
import org.shuqiao.search.vector.DenseVector;
import org.shuqiao.thesaurus.ConceptVector;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Records of lists as JSON. Facts, which {@link FactsCodec} writes by position, are written by name here: a record is read
 * by people, and by later versions of the facts.
 */
public final class ListRecordCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .annotationIntrospector(new ByName())
            .addModule(new SimpleModule()
                    .addSerializer(ConceptVector.class, new ConceptsWriter())
                    .addDeserializer(ConceptVector.class, new ConceptsReader())
                    .addSerializer(DenseVector.class, new VectorWriter())
                    .addDeserializer(DenseVector.class, new VectorReader()))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ListRecordCodec() {}

    public static byte[] encode(ListRecord list) {
        return JSON.writeValueAsBytes(list);
    }

    public static ListRecord decode(byte[] json) {
        return JSON.readValue(json, ListRecord.class);
    }

    /** Reads no annotation that says how facts are kept in the index. */
    private static final class ByName extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public JsonFormat.Value findFormat(MapperConfig<?> config, Annotated annotated) {
            JsonFormat.Value format = super.findFormat(config, annotated);
            return format != null && format.getShape() == JsonFormat.Shape.ARRAY
                    ? format.withShape(JsonFormat.Shape.ANY)
                    : format;
        }

        @Override
        public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
            return member.getRawType() != DenseVector.class && super.hasIgnoreMarker(config, member);
        }
    }

    private static final class ConceptsWriter extends ValueSerializer<ConceptVector> {
        @Override
        public void serialize(ConceptVector vector, JsonGenerator generator, SerializationContext context) {
            generator.writeBinary(vector.toBytes());
        }
    }

    private static final class ConceptsReader extends ValueDeserializer<ConceptVector> {
        @Override
        public ConceptVector deserialize(JsonParser parser, DeserializationContext context) {
            return ConceptVector.ofBytes(parser.getBinaryValue());
        }
    }

    private static final class VectorWriter extends ValueSerializer<DenseVector> {
        @Override
        public void serialize(DenseVector vector, JsonGenerator generator, SerializationContext context) {
            generator.writeBinary(vector.toBytes());
        }
    }

    private static final class VectorReader extends ValueDeserializer<DenseVector> {
        @Override
        public DenseVector deserialize(JsonParser parser, DeserializationContext context) {
            return DenseVector.ofBytes(parser.getBinaryValue());
        }
    }
}
