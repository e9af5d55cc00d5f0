package org.shuqiao.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * A language by BCP 47 (RFC 5646), kept in canonical form: {@code zh-Hant}, {@code pt-BR}. {@link #UNDETERMINED} stands
 * for a text whose language its author did not give.
 */
public record LanguageTag(@JsonValue String value) implements Comparable<LanguageTag> {
    public static final LanguageTag UNDETERMINED = new LanguageTag("und");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LanguageTag {
        value = canonical(Expect.line("", value, 35));
    }

    /** The primary language, {@code zh} of {@code zh-Hant}. */
    public String primary() {
        return primary(value);
    }

    /** The primary language of a tag that is known to be in canonical form. */
    public static String primary(String canonical) {
        int dash = canonical.indexOf('-');
        return dash < 0 ? canonical : canonical.substring(0, dash);
    }

    public boolean isUndetermined() {
        return value.equals("und");
    }

    @Override
    public int compareTo(LanguageTag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String canonical(String tag) {
        if (isCanonical(tag)) {
            return tag;
        }
        try {
            String canonical = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            if (canonical.equals("und") && !tag.equalsIgnoreCase("und")) {
                throw new InvalidValue("", EXPECTED, tag);
            }
            return canonical;
        } catch (IllformedLocaleException e) {
            throw new InvalidValue("", EXPECTED, tag);
        }
    }

    /** Whether it certainly is: two small letters but for codes that were replaced. Most tags are such. */
    private static boolean isCanonical(String tag) {
        return tag.length() == 2 && isSmall(tag.charAt(0)) && isSmall(tag.charAt(1)) && !isReplaced(tag);
    }

    private static boolean isReplaced(String code) {
        return switch (code) {
            case "iw", "in", "ji" -> true;
            default -> false;
        };
    }

    private static boolean isSmall(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static final String EXPECTED = "a language tag by BCP 47 such as zh, pt-BR or sr-Latn";
}
