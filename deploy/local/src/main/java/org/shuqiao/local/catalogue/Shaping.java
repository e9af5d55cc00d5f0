package org.shuqiao.local.catalogue;

import static org.shuqiao.local.catalogue.JsonLines.JSON;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The pieces out of which foreign records are turned into organizations, offers and demands. */
final class Shaping {

    /** What the services take, in characters (UTF-16 units, the stricter of the usual ways to count). */
    static final int TITLE = 300;

    static final int BODY = 20_000;

    private Shaping() {}

    /** {@code {"original": language, "values": {language: …}}}. */
    static ObjectNode text(String language, String value) {
        String tag = language.isBlank() ? "und" : language;
        ObjectNode text = JSON.createObjectNode().put("original", tag);
        text.putObject("values").put(tag, value);
        return text;
    }

    static ArrayNode identifiers(String scheme, String id) {
        ArrayNode identifiers = JSON.createArrayNode();
        identifiers.addObject().put("scheme", scheme).put("id", id);
        return identifiers;
    }

    /** Letters, digits and hyphens only, at most 40: what an identifier scheme may be. */
    static String scheme(String prefix, String name) {
        String latin = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String scheme = latin.isEmpty() ? prefix : prefix + "-" + latin;
        return scheme.length() <= 40 ? scheme : scheme.substring(0, 31) + "-" + fingerprint(name, 8);
    }

    /** The first digits of the SHA-256 of a name, to tell apart what has no number of its own. */
    static String fingerprint(String name, int digits) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha).substring(0, digits).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** At most {@code limit} characters; a text that is longer ends in an ellipsis and is never cut inside a character. */
    static String atMost(int limit, String text) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /**
     * What stands before the first full stop, in at most {@code limit} characters.
     *
     * <p>A full stop is {@code . ! ? 。 ！ ？ ؟} or {@code ।} at the end of the line or before a space (the East Asian ones need
     * none), so that 8.000 or e.g. „WCAG 2.1“ does not end a sentence.
     */
    static String firstSentence(int limit, String text) {
        String line = text.strip().lines().findFirst().orElse("").strip();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean ends = "。！？".indexOf(c) >= 0
                    || (".!?؟।".indexOf(c) >= 0
                            && (i + 1 == line.length() || Character.isWhitespace(line.charAt(i + 1))));
            if (ends && i >= 10) {
                return atMost(limit, line.substring(0, i));
            }
        }
        return atMost(limit, line);
    }
}
