package org.shuqiao.search.text;

import java.util.Set;
import org.shuqiao.contracts.value.LanguageTag;

/** Which field of the index holds the texts of a language: {@code title.ru} and {@code text.ru} for Russian. */
public final class LanguageFields {
    /** The field of all languages without an analyzer of their own: words in lower case, folded to ASCII. */
    public static final String OTHER = "other";

    /** The languages with a field of their own, as in {@code indices/offers-v8.json}; a test holds both together. */
    static final Set<String> OWN = Set.of(
            "ar", "bg", "bn", "ca", "ckb", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl",
            "hi", "hu", "hy", "id", "it", "ja", "ko", "lt", "lv", "nl", "no", "pt", "ro", "ru", "sr", "sv", "th", "tr",
            "vi", "zh");

    private LanguageFields() {}

    /** The last part of the field names of a language: its primary tag, or {@value #OTHER}. */
    public static String suffix(LanguageTag language) {
        String primary = language.primary();
        return switch (primary) {
            case "nb", "nn" -> "no";
            case "cmn", "yue", "wuu" -> "zh";
            default -> OWN.contains(primary) ? primary : OTHER;
        };
    }
}
