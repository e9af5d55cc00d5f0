package org.shuqiao.understanding.need;

/** What a cue word says of what stands before or after it. */
enum Cue {
    ESSENTIAL_BEFORE(Need.ESSENTIAL),
    ESSENTIAL_AFTER(Need.ESSENTIAL),
    NICE_BEFORE(Need.NICE_TO_HAVE),
    NICE_AFTER(Need.NICE_TO_HAVE),
    EXCLUDED_BEFORE(Need.EXCLUDED),
    EXCLUDED_AFTER(Need.EXCLUDED),
    /** Looks like a cue and is none: “not only”, “no later than”. */
    NONE(Need.STATED);

    private final Need need;

    Cue(Need need) {
        this.need = need;
    }

    Need need() {
        return need;
    }

    /** Whether it governs what follows it. */
    boolean isBefore() {
        return this == ESSENTIAL_BEFORE || this == NICE_BEFORE || this == EXCLUDED_BEFORE;
    }

    /** Whether it governs what stands before it. */
    boolean isAfter() {
        return this == ESSENTIAL_AFTER || this == NICE_AFTER || this == EXCLUDED_AFTER;
    }
}
