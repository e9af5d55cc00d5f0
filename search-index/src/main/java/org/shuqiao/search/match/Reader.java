package org.shuqiao.search.match;

import org.jspecify.annotations.Nullable;
import org.shuqiao.search.concept.ReaderLanguage;
import org.springframework.http.HttpHeaders;

/**
 * For whom a list is put into words.
 *
 * @param wording of the reasons
 * @param language in which concepts are named, primary tag: there are labels in more languages than reasons
 */
record Reader(Wording wording, String language) {
    static final Reader ENGLISH = new Reader(Wording.english(), "en");

    /** By {@code Accept-Language}; English where that is not given, or names no language there is. */
    static Reader of(HttpHeaders headers) {
        @Nullable String labels = ReaderLanguage.accepted(headers);
        Wording wording = Wording.accepted(headers);
        return new Reader(wording, ReaderLanguage.or(labels, wording.language()));
    }

    /** Names what is the same for all readers of one kind. */
    String key() {
        return wording.language() + "-" + language;
    }
}
