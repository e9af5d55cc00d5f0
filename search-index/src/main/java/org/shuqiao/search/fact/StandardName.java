package org.shuqiao.search.fact;

import java.text.Normalizer;
import java.util.Locale;

/** The name of a standard in the form in which two are compared. */
public final class StandardName {
    private StandardName() {}

    /**
     * Compatibility form (NFKC) in lower case, letters and digits only: {@code ISO/IEC 27001}, {@code iso-iec27001} and
     * {@code ＩＳＯ/IEC 27001} are one. The issuing bodies ISO and IEC publish this family together, so {@code ISO 27001} is
     * the same, too; a year of edition ({@code :2022}) is not compared.
     */
    public static String normalized(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String unversioned = plain.replaceFirst("\\s*[:-]\\s*(19|20)\\d\\d\\s*$", "");
        String joined = unversioned.replaceAll("[^\\p{L}\\p{N}+]", "");
        if (joined.isEmpty()) {
            return plain.strip();
        }
        return joined.startsWith("isoiec") ? "iso" + joined.substring("isoiec".length()) : joined;
    }
}
