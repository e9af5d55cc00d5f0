package org.shuqiao.search.match;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;

/**
 * How reasons are put into words in one language. All are read from files when the first is asked for, which must not be
 * by a request.
 */
final class Wording {
    /** Those there are, by primary tag. */
    static final List<String> LANGUAGES = List.of("en", "zh", "ru", "ar", "fr", "es");

    private static final String ENGLISH = "en";
    private static final Map<String, Wording> ALL = read();

    /** More than there are countries, or languages that anybody writes demands in. */
    private static final int MOST_NAMES = 500;

    private final Locale language;
    private final Map<Sentence, SentencePattern> sentences = new EnumMap<>(Sentence.class);
    private final Map<String, String> countries = new ConcurrentHashMap<>();
    private final Map<String, String> languages = new ConcurrentHashMap<>();

    private Wording(String language, Properties texts) {
        this.language = Locale.of(language);
        for (Sentence sentence : Sentence.values()) {
            String text = texts.getProperty(sentence.key());
            if (text == null) {
                throw new IllegalStateException("reasons in " + language + " have no " + sentence.key());
            }
            sentences.put(sentence, SentencePattern.of(text, this.language));
        }
        // Java reads its names of a language when it is first asked for one
        if (country("CN").isEmpty() || language("zh").isEmpty()) {
            throw new IllegalStateException("expected a Java platform with names in " + language);
        }
    }

    /** The words of a language by its primary tag; English ones where there are none in it. */
    static Wording in(String language) {
        Wording wording = ALL.get(language);
        return wording == null ? english() : wording;
    }

    static Wording english() {
        Wording english = ALL.get(ENGLISH);
        if (english == null) {
            throw new IllegalStateException("there is always English");
        }
        return english;
    }

    /** The first of {@code Accept-Language} there is, else English. */
    static Wording accepted(HttpHeaders headers) {
        try {
            for (Locale.LanguageRange range : headers.getAcceptLanguage()) {
                String primary = range.getRange().split("-", 2)[0];
                if (range.getWeight() > 0 && LANGUAGES.contains(primary)) {
                    return in(primary);
                }
            }
        } catch (IllegalArgumentException e) {
            // what cannot be read names no language
            return english();
        }
        return english();
    }

    /** The file of a language, as it stands. */
    static Properties file(String language) {
        String suffix = language.equals(ENGLISH) ? "" : "_" + language;
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("reasons" + suffix + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Map<String, Wording> read() {
        Map<String, Wording> all = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> all.put(language, new Wording(language, file(language))));
        return all;
    }

    /** Primary tag. */
    String language() {
        return language.getLanguage();
    }

    String say(Sentence sentence) {
        return say(sentence, new String[0]);
    }

    /** @param arguments of {@code {0}}, {@code {1}} …; numbers come as they are to be read */
    String say(Sentence sentence, String... arguments) {
        return Objects.requireNonNull(sentences.get(sentence)).with(arguments);
    }

    List<String> countries(List<String> codes) {
        return codes.stream().map(this::country).toList();
    }

    List<String> languages(List<String> tags) {
        return tags.stream().map(this::language).toList();
    }

    /** The name of a country. */
    String country(String code) {
        return kept(countries, code, known -> Locale.of("", known).getDisplayCountry(language));
    }

    /** The name of a language. */
    String language(String tag) {
        return kept(languages, tag, known -> Locale.forLanguageTag(known).getDisplayLanguage(language));
    }

    private static String kept(Map<String, String> names, String code, UnaryOperator<String> naming) {
        String known = names.get(code);
        if (known != null) {
            return known;
        }
        String name = naming.apply(code);
        if (names.size() < MOST_NAMES) {
            names.put(code, name);
        }
        return name;
    }
}
