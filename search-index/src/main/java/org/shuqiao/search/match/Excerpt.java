package org.shuqiao.search.match;

import java.util.BitSet;
import org.shuqiao.understanding.word.WordEdges;

/**
 * A part of a line with words in it.
 *
 * @param from where the words begin in {@code text}; {@code to} where they have ended
 */
record Excerpt(String text, int from, int to) {
    /** As many chars stand on either side, at most. */
    private static final int AROUND = 60;

    /**
     * What stands around those words of {@code text} that lie wholly in a part of it; where there are none, around those that
     * it lies in. Only Thai words need this: they are read letter by letter.
     */
    static Excerpt aroundWhole(String text, int from, int to) {
        BitSet edges = WordEdges.of(text);
        if (edges == null) {
            return around(text, from, to);
        }
        int begin = edges.nextSetBit(from);
        int end = edges.previousSetBit(to);
        return begin >= 0 && begin < end
                ? around(text, begin, end)
                : around(text, Math.max(0, edges.previousSetBit(from)), Math.max(to, edges.nextSetBit(to)));
    }

    /** What stands around a part of {@code text}: the same line, whole words where it has blanks. */
    static Excerpt around(String text, int from, int to) {
        int begin = Math.max(0, from - AROUND);
        int end = Math.min(text.length(), to + AROUND);
        begin = Math.max(begin, text.lastIndexOf('\n', Math.max(0, from - 1)) + 1);
        int line = text.indexOf('\n', to);
        end = line < 0 ? end : Math.min(end, line);
        if (begin > 0 && text.charAt(begin - 1) != '\n') {
            begin = afterBlank(text, begin, from);
        }
        if (end < text.length() && text.charAt(end) != '\n') {
            end = beforeBlank(text, end, to);
        }
        while (begin < from && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        while (end > to && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Excerpt(text.substring(begin, end), from - begin, to - begin);
    }

    private static int afterBlank(String text, int begin, int from) {
        for (int at = begin; at < from; at++) {
            if (Character.isWhitespace(text.charAt(at - 1))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(begin)) ? begin - 1 : begin;
    }

    private static int beforeBlank(String text, int end, int to) {
        for (int at = end; at > to; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }
}
