package org.shuqiao.gateway.signin;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser goes after the sign-in: a path of this origin with an optional query, 500 characters at most. Anything
 * that a browser could take for another host is none: no second slash, no backslash, no scheme.
 */
record ReturnTarget(String value) {

    static final String EXPECTED = "a path of this origin, for example /offers?q=wms, of 500 characters at most";

    private static final int MOST = 500;
    private static final Pattern FORM =
            Pattern.compile("/(?!/)[A-Za-z0-9._~/-]*+(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*+)?");
    private static final ReturnTarget START = new ReturnTarget("/");

    /** The start page for none given, empty for what is no such path. */
    static Optional<ReturnTarget> parse(@Nullable String text) {
        if (text == null) {
            return Optional.of(START);
        }
        return text.length() <= MOST && FORM.matcher(text).matches()
                ? Optional.of(new ReturnTarget(text))
                : Optional.empty();
    }
}
