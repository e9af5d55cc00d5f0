package org.shuqiao.thesaurus;

/**
 * A place where a text speaks of a concept.
 *
 * @param concept its id
 * @param from where the words begin, in UTF-16 units of the text; {@code to} is after the last
 * @param language of the label found: that of the text, or {@code en} for an English term in it
 * @param certainty 1 where the label has one meaning, else the share of this one
 */
public record Mention(String concept, int from, int to, String language, double certainty) {}
