package org.shuqiao.search.fact;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Objects;
import org.shuqiao.thesaurus.ConceptVector;

/**
 * What the texts of an offer say of it.
 *
 * @param concepts that are named, most often named first
 * @param standards that are said to be held, by name
 * @param languages primary tags of those that are named
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record SaidInText(ConceptVector concepts, List<String> standards, List<String> languages) {
    /** Texts that say nothing. */
    public static final SaidInText NOTHING = new SaidInText(ConceptVector.NONE, List.of(), List.of());

    public SaidInText {
        concepts = Objects.requireNonNullElse(concepts, ConceptVector.NONE);
        standards = Lists.orEmpty(standards);
        languages = Lists.orEmpty(languages);
    }
}
