package org.shuqiao.search.fact;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.thesaurus.ConceptVector;

/**
 * What the texts of a demand ask for. It was read and not given in a field, so none of it excludes an offer.
 *
 * @param essentials concepts that are required, those that tell most first; {@code wishes} that would be nice to have;
 *     {@code excluded} that are not wanted
 * @param standards at most a few, each once
 * @param budget where the texts name one amount only
 * @param languages primary tags of those that are required or wished
 * @param by the only day by which the texts want something
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record AskedInText(
        ConceptVector essentials,
        ConceptVector wishes,
        ConceptVector excluded,
        List<AskedStandard> standards,
        @Nullable PriceRange budget,
        List<String> languages,
        @Nullable LocalDate by) {
    /** Texts that ask for nothing. */
    public static final AskedInText NOTHING = new AskedInText(
            ConceptVector.NONE, ConceptVector.NONE, ConceptVector.NONE, List.of(), null, List.of(), null);

    public AskedInText {
        essentials = Objects.requireNonNullElse(essentials, ConceptVector.NONE);
        wishes = Objects.requireNonNullElse(wishes, ConceptVector.NONE);
        excluded = Objects.requireNonNullElse(excluded, ConceptVector.NONE);
        standards = Lists.orEmpty(standards);
        languages = Lists.orEmpty(languages);
    }

    /** Whether a concept is required, wished or not wanted. */
    public boolean needsConcepts() {
        return essentials.size() + wishes.size() + excluded.size() > 0;
    }
}
