package org.shuqiao.understanding.standard;

import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.need.Need;

/**
 * A standard, a certificate or a regulation named in a text.
 *
 * @param from where it begins, in UTF-16 units; {@code to} is after its last
 * @param name as it is written out: {@code ISO/IEC 27001}
 * @param edition the year after the number, where one stands there
 * @param held whether the sentence says that it is certified or complied with, and does not offer help with that
 */
public record StandardMention(
        int from, int to, String name, @Nullable Integer edition, Need need, boolean held) {
    /** The name in the form in which two are compared. */
    public String normalized() {
        return StandardName.normalized(name);
    }
}
