package org.shuqiao.understanding;

import org.shuqiao.understanding.need.Need;

/**
 * A place where a text speaks of a concept of the thesaurus.
 *
 * @param from where it begins, in UTF-16 units; {@code to} is after its last
 * @param concept its id
 * @param language of the label found: that of the text, or {@code en} for an English term in it
 * @param certainty 1 where the label has one meaning, else the share of this one
 */
public record ConceptMention(int from, int to, String concept, String language, Need need, double certainty) {}
