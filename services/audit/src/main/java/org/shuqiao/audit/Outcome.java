package org.shuqiao.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What came of an act. */
public enum Outcome {
    /** It was done. */
    DONE,
    /** It was not let be done. */
    REFUSED,
    /** It was tried and did not succeed. */
    FAILED;

    /** The word in the log. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
