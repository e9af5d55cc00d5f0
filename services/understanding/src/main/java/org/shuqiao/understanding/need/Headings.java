package org.shuqiao.understanding.need;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Phrases;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Token;
import org.shuqiao.understanding.word.Tokens;

/** Headings, which govern the rest of their line, or the lines under it up to the next. */
final class Headings {
    static final String ITEM_MARKS = "-*•·–▪●○■◦+>#—✓";

    /** How many words a heading may have beside its cue. */
    private static final int HEADING_WORDS = 6;

    private final Phrases<Need> headings;

    /** By the words of {@code file}. */
    Headings(LanguageFile file) {
        headings = new Phrases<>(file.forms());
        file.words("needs.essential.headings").forEach(word -> headings.add(word, Need.ESSENTIAL));
        file.words("needs.nice-to-have.headings").forEach(word -> headings.add(word, Need.NICE_TO_HAVE));
        file.words("needs.excluded.headings").forEach(word -> headings.add(word, Need.EXCLUDED));
    }

    /** Sets the need of each of {@code tokens} that a heading governs; it holds where no cue says otherwise. */
    void paint(Tokens tokens, Need[] needs) {
        new Reading(tokens, needs).paint();
    }

    /** One text at work. */
    private final class Reading {
        private final Tokens tokens;
        private final Need[] needs;

        Reading(Tokens tokens, Need[] needs) {
            this.tokens = tokens;
            this.needs = needs;
        }

        void paint() {
            Need section = Need.STATED;
            boolean begun = false;
            int line = 0;
            while (line < tokens.size()) {
                int end = lineEnd(line);
                Heading heading = heading(line, end);
                boolean isHeading = heading != null && heading.text() >= end;
                if (isHeading && heading != null) {
                    section = heading.need();
                    begun = false;
                } else if (endsLikeHeading(line, end)) {
                    section = Need.STATED;
                } else if (end > line) {
                    paint(line, end, section);
                    begun = true;
                }
                Need last = isHeading ? null : inline(line, end);
                if (last != null) {
                    section = last;
                    begun = false;
                }
                if (begun && end < tokens.size() && tokens.at(end).kind() == Token.Kind.PARAGRAPH && !isItem(end + 1)) {
                    section = Need.STATED;
                }
                line = end + 1;
            }
        }

        /**
         * Headings within a line, each up to the next or to the end of the sentence; answers the need of one at its end, which
         * governs the lines that follow.
         */
        private @Nullable Need inline(int line, int end) {
            int at = line;
            while (at < end) {
                Heading heading = heading(at, end);
                if (heading != null && heading.text() < end) {
                    int to = heading.text();
                    while (to < end && !endsStatement(to) && (to == heading.text() || heading(to, end) == null)) {
                        to++;
                    }
                    paint(heading.text(), to, heading.need());
                    at = Math.max(to, at + 1);
                    if (at < end && endsStatement(at)) {
                        at++;
                    }
                } else {
                    while (at < end && !endsStatement(at)) {
                        at++;
                    }
                    at++;
                }
                if (heading != null && heading.text() >= end && tokens.is(end - 1, ':')) {
                    return heading.need();
                }
            }
            return null;
        }

        private boolean endsStatement(int at) {
            return tokens.at(at).isOneOf("。!?") || (tokens.is(at, '.') && !tokens.isFlush(at + 1));
        }

        /** The heading that begins at {@code at}, after marks of an item and at most two words; null where none does. */
        private @Nullable Heading heading(int at, int end) {
            int words = 0;
            for (int i = at; i < end && words <= 4; i++) {
                Match<Need> match = headings.longest(tokens, i);
                if (match != null) {
                    int colon = colon(match.to(), end);
                    return colon < 0 ? null : new Heading(match.meaning(), colon);
                }
                if (tokens.at(i).isWord()) {
                    words += Needs.weight(tokens.at(i));
                } else if (!tokens.at(i).isDigits() && !tokens.at(i).isOneOf(ITEM_MARKS + ".)([【")) {
                    return null;
                }
            }
            return null;
        }

        /** After the colon of a heading whose cue ends at {@code at}; the line's end where only few words follow; else -1. */
        private int colon(int at, int end) {
            int words = 0;
            for (int i = at; i < end; i++) {
                if (tokens.is(i, ':') || tokens.is(i, '】') || tokens.is(i, ']')) {
                    return tokens.is(i + 1, ':') ? i + 2 : i + 1;
                }
                words += Needs.weight(tokens.at(i));
                if (words > 2 * HEADING_WORDS || tokens.at(i).isOneOf(",;。!?") || tokens.is(i, '.')) {
                    return -1;
                }
            }
            boolean alone = end < tokens.size() && words <= 4;
            return alone ? end : -1;
        }

        private boolean endsLikeHeading(int line, int end) {
            return end > line && (tokens.is(end - 1, ':') || tokens.is(line, '#'));
        }

        private boolean isItem(int at) {
            return tokens.has(at)
                    && (tokens.at(at).isOneOf(ITEM_MARKS) || tokens.at(at).isDigits());
        }

        private int lineEnd(int line) {
            int end = line;
            while (end < tokens.size() && !tokens.at(end).isEnd()) {
                end++;
            }
            return end;
        }

        private void paint(int from, int to, Need need) {
            Arrays.fill(needs, from, to, need);
        }
    }

    /** @param text the token after the heading */
    private record Heading(Need need, int text) {}
}
