package org.shuqiao.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Titles and details of problems by language: this module's bundle and, where a service has one, {@code
 * problems.properties} at the root of its class path, keys {@code <slug>.title} and {@code <slug>.detail}.
 */
final class ProblemTexts {
    private static final String OF_SERVICE = "problems";
    private static final Map<String, Locale> LANGUAGES = Map.of(
            "en",
            Locale.ENGLISH,
            "zh",
            Locale.CHINESE,
            "ru",
            Locale.of("ru"),
            "ar",
            Locale.of("ar"),
            "fr",
            Locale.FRENCH,
            "es",
            Locale.of("es"));

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    ProblemTexts() {
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setBasename("org/shuqiao/web/problems");
        ClassLoader loader = ProblemTexts.class.getClassLoader();
        if (loader.getResource(OF_SERVICE + ".properties") != null) {
            messages.addBasenames(OF_SERVICE);
        }
        // bundles are files: read them now, not on the event loop that writes the first problem
        LANGUAGES.values().forEach(language -> messages.getMessage("read.ahead", null, "", language));
    }

    /** The best of the languages there are for what the caller accepts, in its order of preference. */
    Locale language(List<Locale.LanguageRange> accepted) {
        for (Locale.LanguageRange range : accepted) {
            String primary = range.getRange().split("-", 2)[0];
            Locale language = LANGUAGES.get(primary);
            if (language != null && range.getWeight() > 0) {
                return language;
            }
        }
        return Locale.ENGLISH;
    }

    String title(Problem problem, Locale language) {
        String title = messages.getMessage(problem.slug() + ".title", null, null, language);
        return title == null ? problem.status().getReasonPhrase() : title;
    }

    /** The translated detail; the thrower's English one where the language is English or has none. */
    String detail(Problem problem, Locale language) {
        if (language.equals(Locale.ENGLISH)) {
            return problem.detail();
        }
        Object @Nullable [] arguments = problem.arguments().toArray();
        String detail = messages.getMessage(problem.slug() + ".detail", arguments, null, language);
        return detail == null ? problem.detail() : detail;
    }
}
