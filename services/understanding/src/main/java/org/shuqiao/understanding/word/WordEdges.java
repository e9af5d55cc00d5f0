package org.shuqiao.understanding.word;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Where words begin and end in Thai, by ICU's dictionary: the letters of a country may stand within a longer word. */
public final class WordEdges {
    private static final char FIRST = '\u0E00';
    private static final char LAST = '\u0E7F';
    private static final BreakIterator THAI = BreakIterator.getWordInstance(new ULocale("th"));

    private WordEdges() {}

    /** The positions of {@code text} at which words begin or end; null where it has no Thai. */
    public static @Nullable BitSet of(String text) {
        if (text.chars().noneMatch(c -> c >= FIRST && c <= LAST)) {
            return null;
        }
        BreakIterator words = THAI.clone();
        words.setText(text);
        BitSet edges = new BitSet(text.length() + 1);
        for (int i = 0; i <= text.length(); i++) {
            // what is not Thai has its own tokens, at which words end
            boolean thai = i < text.length()
                    && text.charAt(i) >= FIRST
                    && text.charAt(i) <= LAST
                    && i > 0
                    && text.charAt(i - 1) >= FIRST
                    && text.charAt(i - 1) <= LAST;
            edges.set(i, !thai);
        }
        for (int at = words.first(); at != BreakIterator.DONE; at = words.next()) {
            edges.set(at);
        }
        return edges;
    }
}
