package org.shuqiao.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text in one or more languages, with its original marked: at most {@value #MAX_LANGUAGES} languages. A plain string
 * on input is the original in an undetermined language.
 */
public record Text(LanguageTag original, Map<LanguageTag, Translation> values) {
    static final int MAX_LANGUAGES = 30;

    public Text {
        Expect.present("original", original, "the language tag of the original");
        Expect.present("values", values, "the text by language tag");
        if (values.isEmpty() || values.size() > MAX_LANGUAGES) {
            throw new InvalidValue("values", "1 to " + MAX_LANGUAGES + " languages", values.size() + " languages");
        }
        values.forEach((language, value) -> Expect.present("values." + language, value, "a text"));
        if (!values.containsKey(original)) {
            throw new InvalidValue("values." + original, "the original's text in its own language", null);
        }
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Text of(String value) {
        return of(LanguageTag.UNDETERMINED, value);
    }

    public static Text of(LanguageTag language, String value) {
        return new Text(language, Map.of(language, Translation.of(value)));
    }

    /** The original's words. */
    public String originalValue() {
        Translation translation = values.get(original);
        return translation == null ? "" : translation.value();
    }
}
