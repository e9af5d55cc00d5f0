package org.shuqiao.understanding.need;

/** How much something named in a text is needed. */
public enum Need {
    /** The text says that it must be. */
    ESSENTIAL,
    /** The text names it and says nothing of how much it is needed. */
    STATED,
    /** It would be welcome. */
    NICE_TO_HAVE,
    /** It must not be, is not included, or is not asked for. */
    EXCLUDED
}
