package org.shuqiao.contracts.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Requirement;

/**
 * One reason: a named feature, its value in 0..1 (null when unknown), whether what was asked is met, and the facts it
 * rests on, in words a person can read, in the reader's language.
 *
 * @param need the requirement of the demand this is about, where it is about one
 * @param concepts what both texts are about, where the reason is that; told to the side that asked for the list
 */
public record ReasonView(
        String feature,
        @Nullable Double value,
        State state,
        String message,
        List<String> details,
        @Nullable Requirement need,
        @Nullable List<SharedConceptView> concepts) {
    public ReasonView(String feature, @Nullable Double value, State state, String message, List<String> details) {
        this(feature, value, state, message, details, null, null);
    }

    /** Whether what one side asked is met by the other. */
    public enum State {
        met,
        partly,
        unmet,
        unknown
    }

    /**
     * A concept both texts are about: what it is called in the reader's language and in those of demand and offer, and the
     * words of both that say so, those that say most first.
     *
     * @param concept its id in the thesaurus
     * @param asked the label in the demand's language; {@code offered} in the offer's
     */
    public record SharedConceptView(
            String concept,
            String label,
            String asked,
            String offered,
            List<WordsView> demandWords,
            List<WordsView> offerWords) {}

    /**
     * Words of a text with what stands around them.
     *
     * @param text a part of the original
     * @param from where the words begin in it, in UTF-16 code units; {@code to} where they have ended
     * @param language of the text, by primary tag; {@code und} where it is not known
     */
    public record WordsView(String text, int from, int to, String language) {}
}
