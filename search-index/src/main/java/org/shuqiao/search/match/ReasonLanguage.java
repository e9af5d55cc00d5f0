package org.shuqiao.search.match;

import org.springframework.http.HttpHeaders;

/** In which language somebody reads reasons. */
public final class ReasonLanguage {
    private ReasonLanguage() {}

    /** The first of {@code Accept-Language} that reasons are worded in, by primary tag; else English. */
    public static String accepted(HttpHeaders headers) {
        return Wording.accepted(headers).language();
    }
}
