package org.shuqiao.thesaurus;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A label of a concept in one language.
 *
 * @param text as people write it
 * @param qualifier tells it from the same word for another concept; shown in parentheses, never looked for in a text
 */
public record Label(String text, @Nullable String qualifier) {
    /** {@code text} or {@code text (qualifier)}. */
    static Label parse(String written) {
        int open = written.endsWith(")") ? written.lastIndexOf(" (") : -1;
        return open <= 0
                ? new Label(written, null)
                : new Label(written.substring(0, open), written.substring(open + 2, written.length() - 1));
    }

    /** As it is compared with other labels of its language: letter by letter, whatever their case and width. */
    String folded() {
        return Normalizer.normalize(toString(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return qualifier == null ? text : text + " (" + qualifier + ")";
    }
}
