package org.shuqiao.search.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Base64;
import org.shuqiao.thesaurus.ConceptVector;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The facts as the index keeps them: JSON by position, not by name, in base64, in a binary doc value. One doc value is read
 * per candidate, where a stored source would have to be unpacked and filtered for each. A change of these records needs a
 * new version of the mapping.
 */
public final class FactsCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(ConceptVector.class, new VectorWriter())
                    .addDeserializer(ConceptVector.class, new VectorReader()))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();
    private static final ObjectWriter WRITER = JSON.writer();
    private static final ObjectReader OFFERS = JSON.readerFor(OfferFacts.class);
    private static final ObjectReader DEMANDS = JSON.readerFor(DemandFacts.class);

    private FactsCodec() {}

    public static String encode(ListingFacts facts) {
        return Base64.getEncoder().encodeToString(WRITER.writeValueAsBytes(facts));
    }

    public static OfferFacts offer(String encoded) {
        return OFFERS.readValue(Base64.getDecoder().decode(encoded));
    }

    public static DemandFacts demand(String encoded) {
        return DEMANDS.readValue(Base64.getDecoder().decode(encoded));
    }

    private static final class VectorWriter extends ValueSerializer<ConceptVector> {
        @Override
        public void serialize(ConceptVector vector, JsonGenerator generator, SerializationContext context) {
            generator.writeBinary(vector.toBytes());
        }
    }

    private static final class VectorReader extends ValueDeserializer<ConceptVector> {
        @Override
        public ConceptVector deserialize(JsonParser parser, DeserializationContext context) {
            return ConceptVector.ofBytes(parser.getBinaryValue());
        }
    }
}
