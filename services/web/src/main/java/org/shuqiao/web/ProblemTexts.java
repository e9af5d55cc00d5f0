package org.shuqiao.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Titles and details of problems by language: this module's and, where a service has them, those of {@code
 * problems.properties} and {@code problems_<language>.properties} at the root of its class path; keys {@code <slug>.title}
 * and {@code <slug>.detail}. All are read at the start, since reading files later would block the event loop.
 */
final class ProblemTexts {
    private static final List<String> LANGUAGES = List.of("en", "zh", "ru", "ar", "fr", "es");

    private final Map<String, Properties> texts = new HashMap<>();

    ProblemTexts() {
        for (String language : LANGUAGES) {
            String suffix = language.equals("en") ? ".properties" : "_" + language + ".properties";
            Properties read = new Properties();
            load(read, "org/shuqiao/web/problems" + suffix);
            load(read, "problems" + suffix);
            texts.put(language, read);
        }
    }

    private static void load(Properties into, String resource) {
        try (InputStream stream = ProblemTexts.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream != null) {
                into.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The best of the languages there are for what the caller accepts, in its order of preference. */
    Locale language(List<Locale.LanguageRange> accepted) {
        for (Locale.LanguageRange range : accepted) {
            String primary = range.getRange().split("-", 2)[0];
            if (LANGUAGES.contains(primary) && range.getWeight() > 0) {
                return Locale.of(primary);
            }
        }
        return Locale.ENGLISH;
    }

    /** The title; the English one where the language has none, the status' name where English has none. */
    String title(Problem problem, Locale language) {
        String title = text(problem.slug() + ".title", language);
        if (title == null) {
            title = text(problem.slug() + ".title", Locale.ENGLISH);
        }
        return title == null ? problem.status().getReasonPhrase() : title;
    }

    /** The translated detail; the thrower's English one where the language has none. */
    String detail(Problem problem, Locale language) {
        String detail = text(problem.slug() + ".detail", language);
        return detail == null
                ? problem.detail()
                : new MessageFormat(detail, language).format(problem.arguments().toArray());
    }

    private @Nullable String text(String key, Locale language) {
        Properties read = texts.get(language.getLanguage());
        return read == null ? null : read.getProperty(key);
    }
}
