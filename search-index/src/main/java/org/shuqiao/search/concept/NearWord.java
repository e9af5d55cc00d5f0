package org.shuqiao.search.concept;

/**
 * A word somebody may have meant to type.
 *
 * @param edits letters that are wrong, missing, too many or swapped, 1 or 2
 */
public record NearWord(String word, int edits) {}
