package org.shuqiao.search.match;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.shuqiao.search.fact.FactsCodec;
import org.shuqiao.search.fact.InBytes;
import org.shuqiao.search.vector.DenseVector;
import org.shuqiao.thesaurus.ConceptVector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records of lists as JSON. Facts, which {@link FactsCodec} writes by position, are written by name here: a record is read
 * by people, and by later versions of the facts.
 */
public final class ListRecordCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .annotationIntrospector(new ByName())
            .addModule(InBytes.of(ConceptVector.class, ConceptVector::toBytes, ConceptVector::ofBytes))
            .addModule(InBytes.of(DenseVector.class, DenseVector::toBytes, DenseVector::ofBytes))
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
}
