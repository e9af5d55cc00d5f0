package org.shuqiao.understanding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.thesaurus.Correction;
import org.shuqiao.thesaurus.Recognizer;
import org.shuqiao.understanding.word.LanguageFile;

/**
 * Understands texts of offers, demands and queries. Safe for use by many threads; the words of a language are loaded when
 * first needed, which takes a few hundred milliseconds.
 */
public final class UnderstandingText {
    /** The longest text that is read, in UTF-16 units. */
    public static final int LONGEST = 50_000;

    /** In what is read by no language: concepts by English terms, signs and codes of currencies, numbers, standards. */
    private static final String UNDETERMINED = "und";

    /** The languages read: those with a file, and others that ICU has names of months, countries and currencies in. */
    private static final Set<String> LANGUAGES = Set.of(
            "zh", "en", "ru", "ar", "fr", "es", "pt", "de", "id", "vi", "th", "tr", "kk", "bg", "bn", "ca", "cs", "da",
            "el", "et", "fa", "fi", "ga", "he", "hi", "hr", "hu", "hy", "it", "ja", "ka", "km", "ko", "lo", "lt", "lv",
            "mn", "ms", "mt", "nb", "nl", "nn", "no", "pl", "ro", "sk", "sl", "sr", "sv", "uk", "ur", "uz");

    private final Supplier<Recognizer> recognizer;
    private final LanguageFile universal = LanguageFile.of("universal");
    private final LanguageFile english = LanguageFile.of("en");
    private final Map<String, LanguageReader> readers = new ConcurrentHashMap<>();

    /** @param recognizer asked for each text, since the thesaurus grows */
    public UnderstandingText(Supplier<Recognizer> recognizer) {
        this.recognizer = recognizer;
    }

    /** {@link #understand(String, String, String)} of an author whose country is not known. */
    public Understanding understand(String text, String language) {
        return understand(text, language, null);
    }

    /**
     * What {@code text} says.
     *
     * @param language of the text, by BCP 47; a text in an unknown one is read for what is the same in all
     * @param country of the author by ISO 3166-1 alpha-2; tells which dollar is meant
     * @throws IllegalArgumentException when the text is longer than {@value #LONGEST}
     */
    public Understanding understand(String text, String language, @Nullable String country) {
        return understand(text, language, country, List.of());
    }

    /** {@link #understand(String, String, String)} as the author corrects what its words mean. */
    public Understanding understand(
            String text, String language, @Nullable String country, List<Correction> corrections) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a text of at most " + LONGEST + " characters is expected, not of " + text.length());
        }
        String primary = primary(language);
        LanguageReader reader = readers.computeIfAbsent(primary, this::reader);
        return reader.read(text, recognizer.get().recognize(text, primary, corrections), country);
    }

    private LanguageReader reader(String language) {
        return new LanguageReader(language.equals("en") ? english : LanguageFile.of(language), universal, english);
    }

    private static String primary(String language) {
        int dash = language.indexOf('-');
        String primary = dash < 0 ? language : language.substring(0, dash);
        return LANGUAGES.contains(primary) ? primary : UNDETERMINED;
    }
}
