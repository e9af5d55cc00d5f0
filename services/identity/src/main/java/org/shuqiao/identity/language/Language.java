package org.shuqiao.identity.language;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language of pages and mails. */
public enum Language {
    EN("English"),
    ZH("中文"),
    RU("Русский"),
    AR("العربية"),
    FR("Français"),
    ES("Español");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** The name in the language itself. */
    public String ownName() {
        return ownName;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(tag());
    }

    /** The language of a locale, or null if it is none of these. */
    public static @Nullable Language find(Locale locale) {
        for (Language language : values()) {
            if (language.tag().equals(locale.getLanguage())) {
                return language;
            }
        }
        return null;
    }

    /** The language of a locale, English if it is none of these. */
    public static Language of(Locale locale) {
        Language found = find(locale);
        return found == null ? EN : found;
    }
}
