package org.shuqiao.contracts.thesaurus;

import org.shuqiao.contracts.value.Expect;

/**
 * What an author says of words in its text: that they mean a concept of the thesaurus, or that they do not.
 *
 * @param words as they stand in the text, up to {@value #MOST_CHARACTERS} characters
 * @param concept its id
 */
public record Correction(String words, String concept, Kind kind) {
    public static final int MOST_CHARACTERS = 100;
    private static final int LONGEST_ID = 200;

    /** Which of the two. */
    public enum Kind {
        /** The words mean the concept, and this was not seen. */
        added,
        /** The words do not mean the concept. */
        denied
    }

    public Correction {
        words = Expect.line("words", words, MOST_CHARACTERS);
        concept = Expect.line("concept", concept, LONGEST_ID);
        Expect.present("kind", kind, "added or denied");
    }
}
