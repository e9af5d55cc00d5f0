package org.shuqiao.understanding.standard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.util.Locale;

/** The name of a standard in the form in which two are compared. */
public final class StandardName {
    /** The same few names are compared for every candidate of every list. */
    private static final Cache<String, String> NORMALIZED =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private StandardName() {}

    /**
     * Compatibility form (NFKC) in lower case, letters and digits only: {@code ISO/IEC 27001}, {@code iso-iec27001} and
     * {@code ＩＳＯ/IEC 27001} are one. The issuing bodies ISO and IEC publish this family together, so {@code ISO 27001} is
     * the same, too; a year of edition ({@code :2022}) is not compared.
     */
    public static String normalized(String name) {
        return NORMALIZED.get(name, StandardName::normalize);
    }

    private static String normalize(String name) {
        String plain = Normalizer.isNormalized(name, Normalizer.Form.NFKC)
                ? name.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int end = withoutYear(plain);
        StringBuilder joined = new StringBuilder(end);
        for (int i = 0; i < end; i += Character.charCount(plain.codePointAt(i))) {
            int character = plain.codePointAt(i);
            if (isCompared(character)) {
                joined.appendCodePoint(character);
            }
        }
        if (joined.isEmpty()) {
            return plain.strip();
        }
        return joined.indexOf("isoiec") == 0 ? "iso" + joined.substring("isoiec".length()) : joined.toString();
    }

    /** Where a year of edition at the end begins with its colon or dash, else the length. */
    private static int withoutYear(String name) {
        int end = before(name, name.length());
        int year = end - 4;
        if (year < 1
                || !(name.startsWith("19", year) || name.startsWith("20", year))
                || !isDigit(name.charAt(year + 2))
                || !isDigit(name.charAt(year + 3))) {
            return name.length();
        }
        int mark = before(name, year) - 1;
        return mark >= 0 && (name.charAt(mark) == ':' || name.charAt(mark) == '-') ? mark : name.length();
    }

    /** {@code end} moved before the white space that ends there. */
    private static int before(String name, int end) {
        int at = end;
        while (at > 0 && Character.isWhitespace(name.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** Letters, numbers of every kind, and the plus that tells C++ from C. */
    private static boolean isCompared(int character) {
        return character == '+'
                || Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.LETTER_NUMBER
                || Character.getType(character) == Character.OTHER_NUMBER;
    }
}
