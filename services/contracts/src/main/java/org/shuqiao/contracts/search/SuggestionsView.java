package org.shuqiao.contracts.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody who types may mean: concepts, titles of offers and names of providers. */
public record SuggestionsView(List<SuggestionView> items) {

    /**
     * One of them.
     *
     * @param text to search for: a label of the concept in the language typed, a title, a name
     * @param language primary tag of a label or a title, where it is known
     * @param concept its id; {@code label} what it is called in the reader's language
     * @param id of the offer, or of the provider
     */
    public record SuggestionView(
            Kind kind,
            String text,
            @Nullable String language,
            @Nullable String concept,
            @Nullable String label,
            @Nullable UUID id) {}

    /** What a suggestion is. */
    public enum Kind {
        concept,
        offer,
        provider
    }
}
