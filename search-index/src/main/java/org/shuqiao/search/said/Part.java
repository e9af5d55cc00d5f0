package org.shuqiao.search.said;

/** What a text of a demand is there for. */
public enum Part {
    /** It says what is wanted: title, problem, outcome. */
    WANTED,

    /** It is a must-have. */
    ESSENTIAL,

    /** It is a wish. */
    NICE_TO_HAVE,

    /** It tells of something else: end users, work done. Nothing is asked for in it. */
    TOLD
}
