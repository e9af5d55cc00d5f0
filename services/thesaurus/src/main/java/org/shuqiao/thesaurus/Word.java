package org.shuqiao.thesaurus;

/**
 * A word of a text, or one character of a script without blanks.
 *
 * @param form in which words are compared
 * @param from where it begins in the text, in UTF-16 units; {@code to} is after its last
 */
record Word(String form, int from, int to) {}
