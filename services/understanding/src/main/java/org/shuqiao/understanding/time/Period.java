package org.shuqiao.understanding.time;

import org.jspecify.annotations.Nullable;

/**
 * A length of time named in a text.
 *
 * @param from where it begins, in UTF-16 units; {@code to} is after its last
 * @param min by ISO 8601 in the unit of the text, {@code P36M}; null: “up to”
 * @param max null: “at least”; the same as {@code min}: exactly
 */
public record Period(
        int from, int to, @Nullable String min, @Nullable String max) {}
