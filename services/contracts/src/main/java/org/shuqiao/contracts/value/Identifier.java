package org.shuqiao.contracts.value;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of an organization in a scheme: {@code CN-USCC} (GB 32100-2015), {@code LEI} (ISO 17442), {@code VAT},
 * or any other scheme of 2 to 40 capitals, digits and hyphens. Check characters are the profile service's to verify.
 */
public record Identifier(String scheme, String id, @Nullable String uri) {
    private static final Pattern SCHEME = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,39}");

    public Identifier {
        Expect.matching("scheme", scheme, SCHEME, "a scheme such as CN-USCC, LEI, VAT: capitals, digits, hyphens");
        id = Expect.line("id", id, 100);
        uri = Expect.optionalLine("uri", uri, 500);
    }

    public static Identifier of(String scheme, String id) {
        return new Identifier(scheme, id, null);
    }

    @Override
    public String toString() {
        return scheme + ":" + id;
    }
}
