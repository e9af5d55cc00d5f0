package org.shuqiao.access.policy;

import java.util.Locale;

/** What can be asked of a resource. */
public enum Verb {
    LIST,
    READ,
    /** Read all of them, as services do that build a view of their own. */
    FEED,
    CREATE,
    CHANGE,
    /** Publish, pause, resume, withdraw. */
    MOVE,
    REMOVE,
    IMPORT,
    /** Give what only few may have. */
    GRANT,
    ACCEPT,
    REJECT;

    /** Its word in the policy. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verb of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
