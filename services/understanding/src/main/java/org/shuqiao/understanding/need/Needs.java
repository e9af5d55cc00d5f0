package org.shuqiao.understanding.need;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.word.Forms;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Phrases;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Token;
import org.shuqiao.understanding.word.Tokens;

/**
 * Tells the need of every token. A heading governs its line or the list under it; within a sentence a cue word governs
 * what follows it or what stands before it, up to the next cue, to a word that begins something else (“but”, “with”), or
 * to the end. Past a comma “must have” goes on; “without” and what stands before a cue only when the parts are a list:
 * short, and “and” or “or” in the last one.
 */
public final class Needs {
    private static final String SENTENCE_ENDS = "!?。!?;";

    /** The longest part of a list, in words; letters of scripts without blanks count as half a word. */
    private static final int LONGEST_ITEM = 5;

    /** The longest list, in tokens. */
    private static final int LONGEST_LIST = 80;

    /** How far the second part of “no … required” may be. */
    private static final int LONGEST_AROUND = 40;

    private final Phrases<Cue> cues;
    private final Headings headings;
    private final Phrases<Integer> openings;
    private final Phrases<Integer> closings;
    private final Phrases<Boolean> doubled;
    private final Phrases<Boolean> stops;
    private final Phrases<Boolean> joins;

    /** By the words of {@code file}. */
    public Needs(LanguageFile file) {
        Forms forms = file.forms();
        cues = new Phrases<>(forms);
        headings = new Headings(file);
        openings = new Phrases<>(forms);
        closings = new Phrases<>(forms);
        doubled = new Phrases<>(forms);
        stops = new Phrases<>(forms);
        joins = new Phrases<>(forms);
        Map<String, Cue> named = Map.of(
                "needs.essential.before", Cue.ESSENTIAL_BEFORE,
                "needs.essential.after", Cue.ESSENTIAL_AFTER,
                "needs.nice-to-have.before", Cue.NICE_BEFORE,
                "needs.nice-to-have.after", Cue.NICE_AFTER,
                "needs.excluded.before", Cue.EXCLUDED_BEFORE,
                "needs.excluded.after", Cue.EXCLUDED_AFTER,
                "needs.none", Cue.NONE);
        named.forEach((key, cue) -> file.words(key).forEach(word -> cues.add(word, cue)));
        List<String> around = file.words("needs.excluded.around");
        for (int i = 0; i < around.size(); i++) {
            String[] parts = around.get(i).split("…", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException(
                        file.language() + ": needs.excluded.around: “" + around.get(i) + "” has no … in it");
            }
            openings.add(parts[0].strip(), i);
            closings.add(parts[1].strip(), i);
        }
        file.words("needs.doubled").forEach(word -> doubled.add(word, true));
        file.words("stops").forEach(word -> stops.add(word, true));
        file.words("joins").forEach(word -> joins.add(word, true));
    }

    /** The need of each of {@code tokens}. */
    public Need[] of(Tokens tokens) {
        return new Reading(tokens).needs();
    }

    /** In half words: letters of scripts without blanks count as one. */
    static int weight(Token token) {
        return switch (token.kind()) {
            case WORD, DIGITS -> 2;
            case LETTER -> 1;
            default -> 0;
        };
    }

    /** One text at work. */
    private final class Reading {
        private final Tokens tokens;
        private final Need[] needs;
        private final @Nullable Cue[] cueAt;
        private final int[] cueEnd;
        private final boolean[] stopAt;

        /** Where a cue before it governs the token. */
        private final boolean[] governed;

        Reading(Tokens tokens) {
            this.tokens = tokens;
            needs = new Need[tokens.size()];
            cueAt = new Cue[tokens.size()];
            cueEnd = new int[tokens.size()];
            stopAt = new boolean[tokens.size()];
            governed = new boolean[tokens.size()];
            Arrays.fill(needs, Need.STATED);
        }

        Need[] needs() {
            headings.paint(tokens, needs);
            for (Match<Boolean> stop : stops.all(tokens)) {
                stopAt[stop.from()] = true;
            }
            for (Match<Cue> match : cues.all(tokens)) {
                cueAt[match.from()] = place(match);
                cueEnd[match.from()] = match.to();
            }
            int from = 0;
            while (from < tokens.size()) {
                int to = sentenceEnd(from);
                sentence(from, to);
                from = to + 1;
            }
            return needs;
        }

        /** A cue that may stand on both sides governs what stands before it where nothing follows it, else what follows. */
        private Cue place(Match<Cue> match) {
            if (match.meanings().size() == 1) {
                return match.meaning();
            }
            boolean begins = match.from() == 0 || isEdge(match.from() - 1) || isGap(match.from());
            boolean ends = isEdge(match.to())
                    || isGap(match.to())
                    || joins.longest(tokens, match.to()) != null
                    || stopAt[match.to()];
            boolean after = ends && !begins;
            for (Cue cue : match.meanings()) {
                if (after ? cue.isAfter() : cue.isBefore()) {
                    return cue;
                }
            }
            return match.meaning();
        }

        private boolean isEdge(int at) {
            return !tokens.has(at)
                    || tokens.at(at).isEnd()
                    || tokens.at(at).isOneOf(",.:;!?。、()" + Headings.ITEM_MARKS);
        }

        private void sentence(int from, int to) {
            int before = from;
            for (int i = from; i < to; i++) {
                Cue cue = cueAt[i];
                if (cue != null && cue.isBefore()) {
                    int end = forward(cueEnd[i], to, cue == Cue.EXCLUDED_BEFORE);
                    paint(cueEnd[i], end, isDoubled(i) ? Need.ESSENTIAL : cue.need());
                    Arrays.fill(governed, cueEnd[i], Math.max(cueEnd[i], end), true);
                }
            }
            for (int i = from; i < to; i++) {
                Cue cue = cueAt[i];
                if (cue != null && cue.isAfter()) {
                    paint(backward(i, before), i, cue.need());
                }
                if (cue != null && cue != Cue.NONE) {
                    before = Math.max(before, cueEnd[i]);
                }
            }
            around(from, to);
        }

        /** “No offers without a certificate”: what is said not to be missing must be. */
        private boolean isDoubled(int at) {
            return at > 0
                    && governed[at - 1]
                    && needs[at - 1] == Need.EXCLUDED
                    && joins.longest(tokens, at - 1) == null
                    && doubled.longest(tokens, at) != null;
        }

        private void around(int from, int to) {
            for (int i = from; i < to; i++) {
                Match<Integer> opening = openings.longest(tokens, i);
                if (opening == null || cueAt[i] == Cue.NONE) {
                    continue;
                }
                int last = Math.min(to, opening.to() + LONGEST_AROUND);
                for (int j = opening.to() + 1; j < last; j++) {
                    Match<Integer> closing = closings.longest(tokens, j);
                    if (closing != null && opening.meanings().stream().anyMatch(closing.meanings()::contains)) {
                        paint(opening.to(), j, Need.EXCLUDED);
                        break;
                    }
                    if (isStop(j, opening.to())) {
                        break;
                    }
                }
            }
        }

        /** Where what a cue says of what follows ends. */
        private int forward(int begin, int to, boolean listOnly) {
            int end = begin;
            while (end < to) {
                boolean nextCue = cueAt[end] != null && cueAt[end] != Cue.NONE;
                if (nextCue || isStop(end, begin) || tokens.at(end).is(')')) {
                    return end;
                }
                if (end > begin
                        && ((listOnly && isComma(end) && !isListAfter(end, to))
                                || (isGap(end) && !isListAfter(end - 1, to)))) {
                    return end;
                }
                end++;
            }
            return end;
        }

        /** Whether the short parts after the comma at {@code comma} go on to one with “or”. */
        private boolean isListAfter(int comma, int to) {
            int words = 0;
            int last = Math.min(to, comma + LONGEST_LIST);
            for (int i = comma + 1; i < last; i++) {
                if (isComma(i)) {
                    words = 0;
                } else if (joins.longest(tokens, i) != null) {
                    return true;
                } else if (cueAt[i] != null || isStop(i, comma) || (words += weight(tokens.at(i))) > 2 * LONGEST_ITEM) {
                    return false;
                }
            }
            return false;
        }

        /** Where what a cue at {@code cue} says of what stands before it begins. */
        private int backward(int cue, int earliest) {
            int begin = cue;
            boolean list = false;
            int words = 0;
            int partBegin = cue;
            while (begin > earliest) {
                int at = begin - 1;
                if (isGap(begin) && begin < cue) {
                    if (!list) {
                        break;
                    }
                    partBegin = begin;
                    words = 0;
                }
                boolean colon = tokens.is(at, ':')
                        && !(tokens.isFlush(at + 1) && tokens.at(at + 1).isDigits());
                if (isStop(at, earliest - 1) || tokens.is(at, '(') || colon) {
                    break;
                }
                if (isComma(at)) {
                    if (at == cue - 1) {
                        begin--; // “X, if possible”
                        continue;
                    }
                    if (!list || (at > 0 && governed[at - 1])) {
                        break;
                    }
                    partBegin = begin;
                    words = 0;
                } else if (joins.longest(tokens, at) != null) {
                    list = true;
                } else {
                    words += weight(tokens.at(at));
                    if (list && partBegin < cue && words > 2 * LONGEST_ITEM) {
                        return partBegin;
                    }
                }
                begin--;
            }
            return begin;
        }

        private boolean isStop(int at, int begin) {
            return stopAt[at] && at > begin;
        }

        private boolean isComma(int at) {
            return tokens.is(at, ',')
                    || (tokens.is(at, '-')
                            && tokens.at(at).apart()
                            && tokens.has(at + 1)
                            && tokens.at(at + 1).apart());
        }

        /** Thai writes blanks between clauses, as others do commas. */
        private boolean isGap(int at) {
            return at > 0
                    && tokens.has(at)
                    && tokens.at(at).kind() == Token.Kind.LETTER
                    && tokens.at(at).apart()
                    && tokens.at(at - 1).isWord();
        }

        private void paint(int from, int to, Need need) {
            if (from < to) {
                Arrays.fill(needs, from, to, need);
            }
        }

        private int sentenceEnd(int from) {
            for (int i = from; i < tokens.size(); i++) {
                if (endsSentence(i)) {
                    return i;
                }
            }
            return tokens.size();
        }

        private boolean endsSentence(int at) {
            if (tokens.at(at).isEnd() || tokens.at(at).isOneOf(SENTENCE_ENDS)) {
                return true;
            }
            return tokens.is(at, '.') && !tokens.isFlush(at + 1);
        }
    }
}
