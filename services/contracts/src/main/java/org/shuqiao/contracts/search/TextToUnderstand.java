package org.shuqiao.contracts.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.thesaurus.Correction;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;

/**
 * A text whose author wants to see what is understood of it: 1 to {@value #MAX_LENGTH} characters, as they stand, since
 * places in it are answered.
 *
 * @param language detected where it is not given
 * @param country of the author; tells which dollar is meant
 * @param corrections what the author says of words in it, at most 50; it holds for this answer
 */
public record TextToUnderstand(
        String text,
        @Nullable LanguageTag language,
        @Nullable Country country,
        List<Correction> corrections) {
    static final int MAX_LENGTH = 20_000;
    private static final int MOST_CORRECTIONS = 50;

    public TextToUnderstand {
        String expected = "1 to " + MAX_LENGTH + " characters";
        Expect.present("text", text, expected);
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new InvalidValue("text", expected, text.isBlank() ? "" : text.length() + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw new InvalidValue("text", "text without the NUL character", "U+0000");
        }
        corrections = Expect.list("corrections", corrections, MOST_CORRECTIONS);
    }
}
