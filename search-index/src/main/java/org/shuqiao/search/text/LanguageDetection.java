package org.shuqiao.search.text;

import static com.github.pemistahl.lingua.api.Language.*;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.shuqiao.contracts.value.LanguageTag;
import org.springframework.stereotype.Component;

/**
 * Says in which language a text is written. A script that belongs to one language decides alone (Han, Kana, Hangul,
 * Thai, Greek, Armenian …); for the scripts of many languages Lingua's trigram models do, loaded when first needed. The
 * first {@value #SAMPLE} letters are looked at. Blocks while the models do their work: not for an event loop.
 */
@Component
public class LanguageDetection {
    static final int SAMPLE = 240;

    private static final LanguageTag CHINESE = new LanguageTag("zh");
    private static final Map<UnicodeScript, LanguageTag> ONE_LANGUAGE = Map.of(
            UnicodeScript.HANGUL, new LanguageTag("ko"),
            UnicodeScript.THAI, new LanguageTag("th"),
            UnicodeScript.GREEK, new LanguageTag("el"),
            UnicodeScript.ARMENIAN, new LanguageTag("hy"),
            UnicodeScript.GEORGIAN, new LanguageTag("ka"),
            UnicodeScript.HEBREW, new LanguageTag("he"),
            UnicodeScript.BENGALI, new LanguageTag("bn"),
            UnicodeScript.KHMER, new LanguageTag("km"),
            UnicodeScript.LAO, new LanguageTag("lo"),
            UnicodeScript.DEVANAGARI, new LanguageTag("hi"));

    private final LanguageDetector cyrillic = models(RUSSIAN, UKRAINIAN, BULGARIAN, KAZAKH, SERBIAN, MONGOLIAN);
    private final LanguageDetector arabic = models(ARABIC, PERSIAN, URDU);
    private final LanguageDetector latin = models(
            ENGLISH,
            FRENCH,
            SPANISH,
            PORTUGUESE,
            ITALIAN,
            GERMAN,
            DUTCH,
            DANISH,
            SWEDISH,
            BOKMAL,
            FINNISH,
            ESTONIAN,
            LATVIAN,
            LITHUANIAN,
            POLISH,
            CZECH,
            SLOVAK,
            SLOVENE,
            CROATIAN,
            HUNGARIAN,
            ROMANIAN,
            TURKISH,
            INDONESIAN,
            MALAY,
            VIETNAMESE,
            CATALAN);

    /** The language of {@code text}; {@link LanguageTag#UNDETERMINED} when it has no letters or none can be told. */
    public LanguageTag of(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        int seen = 0;
        int end = 0;
        while (end < text.length() && seen < SAMPLE) {
            int character = text.codePointAt(end);
            end += Character.charCount(character);
            if (Character.isLetter(character)) {
                letters.merge(UnicodeScript.of(character), 1, Integer::sum);
                seen++;
            }
        }
        return byScript(letters, text.substring(0, end));
    }

    private LanguageTag byScript(Map<UnicodeScript, Integer> letters, String sample) {
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = letters.getOrDefault(UnicodeScript.HAN, 0);
        // an ideograph says about as much as two or three letters: product names must not outvote a Chinese sentence
        letters.computeIfPresent(UnicodeScript.HAN, (script, count) -> count * 3);
        UnicodeScript most = letters.entrySet().stream()
                .max(Map.Entry.<UnicodeScript, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.UNKNOWN);
        return switch (most) {
            case HAN, HIRAGANA, KATAKANA -> kana * 10 >= han && kana > 0 ? new LanguageTag("ja") : CHINESE;
            case LATIN -> told(latin, sample);
            case CYRILLIC -> told(cyrillic, sample);
            case ARABIC -> told(arabic, sample);
            default -> ONE_LANGUAGE.getOrDefault(most, LanguageTag.UNDETERMINED);
        };
    }

    private static LanguageTag told(LanguageDetector detector, String sample) {
        Language language = detector.detectLanguageOf(sample);
        IsoCode639_1 code = language.getIsoCode639_1();
        return language == UNKNOWN
                ? LanguageTag.UNDETERMINED
                : new LanguageTag(code.name().toLowerCase(Locale.ROOT));
    }

    private static LanguageDetector models(Language... languages) {
        return LanguageDetectorBuilder.fromLanguages(languages)
                .withLowAccuracyMode()
                .build();
    }
}
