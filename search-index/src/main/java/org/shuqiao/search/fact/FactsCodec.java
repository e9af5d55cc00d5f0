package org.shuqiao.search.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.BiFunction;
import org.shuqiao.search.vector.DenseVector;
import org.shuqiao.thesaurus.ConceptVector;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts as the index keeps them: JSON by position, not by name, in base64, in a binary doc value. One doc value is read
 * per candidate, where a stored source would have to be unpacked and filtered for each. A vector, if there is one, follows in
 * its bytes behind a zero, which no JSON contains. A change of these records needs a new version of the mapping.
 */
public final class FactsCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(InBytes.of(ConceptVector.class, ConceptVector::toBytes, ConceptVector::ofBytes))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();
    private static final ObjectWriter WRITER = JSON.writer();
    private static final ObjectReader OFFERS = JSON.readerFor(OfferFacts.class);
    private static final ObjectReader DEMANDS = JSON.readerFor(DemandFacts.class);

    private FactsCodec() {}

    public static String encode(ListingFacts facts) {
        byte[] json = WRITER.writeValueAsBytes(facts);
        DenseVector vector = facts.vector();
        if (vector == null) {
            return Base64.getEncoder().encodeToString(json);
        }
        byte[] bytes = vector.toBytes();
        byte[] both = Arrays.copyOf(json, json.length + 1 + bytes.length);
        System.arraycopy(bytes, 0, both, json.length + 1, bytes.length);
        return Base64.getEncoder().encodeToString(both);
    }

    public static OfferFacts offer(String encoded) {
        return decode(encoded, OFFERS, OfferFacts::withVector);
    }

    public static DemandFacts demand(String encoded) {
        return decode(encoded, DEMANDS, DemandFacts::withVector);
    }

    private static <T> T decode(String encoded, ObjectReader reader, BiFunction<T, DenseVector, T> withVector) {
        byte[] bytes = Base64.getDecoder().decode(encoded);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        T facts = reader.readValue(bytes, 0, end);
        return end == bytes.length
                ? facts
                : withVector.apply(facts, DenseVector.ofBytes(Arrays.copyOfRange(bytes, end + 1, bytes.length)));
    }
}
