package org.shuqiao.understanding.place;

import org.shuqiao.understanding.need.Need;

/**
 * A language named in a text.
 *
 * @param from where it begins, in UTF-16 units; {@code to} is after its last
 * @param language by BCP 47: {@code zh}, {@code zh-Hant}
 */
public record LanguageMention(int from, int to, String language, Need need) {}
