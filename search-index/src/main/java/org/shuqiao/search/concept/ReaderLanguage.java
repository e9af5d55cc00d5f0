package org.shuqiao.search.concept;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.http.HttpHeaders;

/** The language in which concepts are named to who asks. */
public final class ReaderLanguage {
    private ReaderLanguage() {}

    /** Primary tag of the first of {@code Accept-Language} that has labels; null where none has, or it cannot be read. */
    public static @Nullable String accepted(HttpHeaders headers) {
        try {
            List<Locale.LanguageRange> accepted = headers.getAcceptLanguage();
            return accepted.stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(Thesaurus.LANGUAGES::contains)
                    .findFirst()
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** {@code accepted}, else {@code language} where it has labels, else English. */
    public static String or(@Nullable String accepted, String language) {
        if (accepted != null) {
            return accepted;
        }
        return Thesaurus.LANGUAGES.contains(language) ? language : "en";
    }
}
