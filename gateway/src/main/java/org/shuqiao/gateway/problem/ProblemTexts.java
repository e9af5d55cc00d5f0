package org.shuqiao.gateway.problem;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The words of the problems in English and Chinese, and their JSON (RFC 9457 section 3). */
@Component
class ProblemTexts {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    private final JsonMapper json = JsonMapper.shared();

    ProblemTexts() {
        texts.setBasename("problem.messages");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        // Both bundles are read now: the first problem would otherwise read a file on an event loop.
        LANGUAGES.forEach(language -> title(ProblemKind.NOT_FOUND, language));
    }

    /** The best of the languages there are for {@code Accept-Language} (RFC 4647 lookup), English where none fits. */
    static Locale language(HttpHeaders request) {
        String wanted = request.getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        if (wanted == null || wanted.length() > 1000) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(wanted), LANGUAGES);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }

    /** @param instance a URI of this one occurrence, left out where there is none */
    byte[] json(ProblemKind kind, List<Object> arguments, @Nullable String instance, Locale language) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:shuqiao:problem:" + kind.slug());
        problem.put("title", title(kind, language));
        problem.put("status", kind.status());
        problem.put("detail", texts.getMessage(kind.slug() + ".detail", arguments.toArray(), language));
        if (kind == ProblemKind.CONTENT_TOO_LARGE) {
            // named as the services name it when a body as a whole is wrong
            String expected = arguments.isEmpty() ? "fewer bytes" : "at most " + arguments.getFirst() + " bytes";
            problem.put("errors", List.of(Map.of("field", "body", "expected", expected)));
        }
        if (kind == ProblemKind.INVALID_PARAMETER) {
            problem.put("errors", List.of(Map.of("field", arguments.getFirst(), "expected", arguments.getLast())));
        }
        if (instance != null) {
            problem.put("instance", instance);
        }
        return json.writeValueAsBytes(problem);
    }

    private String title(ProblemKind kind, Locale language) {
        return texts.getMessage(kind.slug() + ".title", null, language);
    }
}
