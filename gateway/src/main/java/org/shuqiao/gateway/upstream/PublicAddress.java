package org.shuqiao.gateway.upstream;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A service knows its resources as {@code /offers/…}; the world knows them as {@code /api/offers/…}. A relative
 * reference stays as it is; an absolute one loses the host of the service, which is nobody's business.
 */
final class PublicAddress {

    private static final String PREFIX = "/api";
    /** A link target, RFC 8288 section 3. */
    private static final Pattern TARGET = Pattern.compile("<([^>]*)>");

    private PublicAddress() {}

    static String of(String address) {
        String path = address;
        if (address.startsWith("http://") || address.startsWith("https://")) {
            try {
                URI uri = new URI(address);
                path = (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                        + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
            } catch (URISyntaxException malformed) {
                return address;
            }
        }
        boolean ofService = path.startsWith("/") && !path.startsWith("//");
        boolean isPublic = path.equals(PREFIX) || path.startsWith(PREFIX + "/");
        return ofService && !isPublic ? PREFIX + path : path;
    }

    static String inLinks(String links) {
        return TARGET.matcher(links)
                .replaceAll(
                        (MatchResult link) -> java.util.regex.Matcher.quoteReplacement("<" + of(link.group(1)) + ">"));
    }
}
