package org.shuqiao.understanding.number;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.word.Forms;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Phrases;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Tokens;

/** The words that make a number a bound or two a range: “up to”, “at least”, “from … to …”. */
public final class Bounds {
    /** What a phrase says of the number beside it. */
    enum Side {
        MOST_BEFORE,
        MOST_AFTER,
        LEAST_BEFORE,
        LEAST_AFTER,
        FROM,
        TO,
        /** Says nothing: “of”. */
        OF
    }

    private final Phrases<Side> before;
    private final Phrases<Side> after;
    private final Phrases<Side> between;
    private final Phrases<Side> of;

    /**
     * By the words of a language and those of all.
     *
     * @param except words that are no bounds here: “over 3 years” is during them
     */
    public Bounds(LanguageFile own, LanguageFile universal, Collection<String> except) {
        Forms forms = own.forms();
        before = new Phrases<>(forms);
        after = new Phrases<>(forms);
        between = new Phrases<>(forms);
        of = new Phrases<>(forms);
        for (LanguageFile file : new LanguageFile[] {universal, own}) {
            file.words("numbers.most.before").forEach(word -> before.add(word, Side.MOST_BEFORE));
            file.words("numbers.least.before").stream()
                    .filter(word -> !except.contains(word))
                    .forEach(word -> before.add(word, Side.LEAST_BEFORE));
            file.words("numbers.from").forEach(word -> before.add(word, Side.FROM));
            file.words("numbers.most.after").forEach(word -> after.add(word, Side.MOST_AFTER));
            file.words("numbers.least.after").forEach(word -> after.add(word, Side.LEAST_AFTER));
            file.words("numbers.to").forEach(word -> between.add(word, Side.TO));
            file.words("numbers.of").forEach(word -> of.add(word, Side.OF));
        }
    }

    /** The bounds of one text. */
    public Found of(Tokens tokens) {
        return new Found(tokens);
    }

    /** The bounds found in one text. */
    public final class Found {
        private final Tokens tokens;
        private final Phrases.Found<Side> before;

        private Found(Tokens tokens) {
            this.tokens = tokens;
            before = Bounds.this.before.find(tokens);
        }

        /** The words before what begins at {@code from}. */
        @Nullable
        Match<Side> before(int from) {
            Match<Side> match = before.endingAt(from);
            if (match == null && from > 0) {
                // “a maximum of 5”, “max.: 5”
                boolean loose = tokens.at(from - 1).isOneOf(".:") || of.longest(tokens, from - 1) != null;
                match = loose ? before.endingAt(from - 1) : null;
            }
            return match;
        }

        /** The words after what ends at {@code to}. */
        @Nullable
        Match<Side> after(int to) {
            int at = tokens.is(to, '\'') && tokens.isFlush(to) ? to + 1 : to; // Turkish “500 TL'ye kadar”
            return tokens.has(at) ? after.longest(tokens, at) : null;
        }

        /** Where the words or signs between the two numbers of a range, which begin at {@code at}, end; -1 for none. */
        public int between(int at) {
            if (!tokens.has(at)) {
                return -1;
            }
            if (tokens.is(at, '-') || tokens.is(at, '~') || tokens.is(at, '…')) {
                int end = at + 1;
                return tokens.is(end, tokens.at(at).form().charAt(0)) ? end + 1 : end;
            }
            if (tokens.is(at, '.') && tokens.is(at + 1, '.')) {
                return tokens.is(at + 2, '.') ? at + 3 : at + 2;
            }
            Match<Side> match = between.longest(tokens, at);
            return match == null ? -1 : match.to();
        }

        /** {@code at}, or what follows an “of” there. */
        int afterOf(int at) {
            int next = at;
            if (tokens.has(next)) {
                Match<Side> match = of.longest(tokens, next);
                next = match == null ? next : match.to();
            }
            return next > at && tokens.is(next, '\'') ? next + 1 : next;
        }
    }
}
