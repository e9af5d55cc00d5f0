package org.shuqiao.search.fact;

import java.text.Normalizer;
import java.util.Locale;

/** The name of an organization in the form in which two are compared. */
public final class PartyName {
    private PartyName() {}

    /** Compatibility form (NFKC) in lower case, letters and digits with one blank between words: punctuation differs too often. */
    public static String compared(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words = plain.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        return words.isEmpty() ? plain.strip() : words;
    }
}
