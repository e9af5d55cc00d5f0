package org.shuqiao.thesaurus;

import org.jspecify.annotations.Nullable;

/**
 * Something a thesaurus must not be like.
 *
 * @param branch of the concept; empty where it has none yet
 * @param concept its id
 * @param field where in the concept, or in the addition: {@code broader[0]}, {@code labels.ru[2]}
 * @param expected what would have been right
 * @param received what is there; null when something is missing
 */
public record Flaw(
        String branch,
        String concept,
        String field,
        String expected,
        @Nullable String received) {
    @Override
    public String toString() {
        return branch + ": " + concept + ": " + field + ": expected " + expected + ", got "
                + (received == null ? "nothing" : "“" + received + "”");
    }
}
