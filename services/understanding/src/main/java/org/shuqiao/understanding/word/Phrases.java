package org.shuqiao.understanding.word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases that are looked for in texts, each with what it means. In a phrase {@code word*} stands for all words that begin
 * so. Full stops, hyphens and apostrophes within a phrase may be there or not: {@code U.S.} is {@code US}.
 *
 * @param <V> the meaning
 */
public final class Phrases<V> {
    private static final String LOOSE = ".-'";
    private static final int ABBREVIATED = 4;
    private static final int LONGEST_OPENING = 30;
    private static final int BEGINNINGS = 1024;

    private final Forms forms;
    private final Node<V> root = new Node<>();

    /** Which characters phrases begin with, by their last bits: most words of a text begin none. */
    private final long[] beginnings = new long[BEGINNINGS / Long.SIZE];

    /** For texts whose words change as {@code forms} says. */
    public Phrases(Forms forms) {
        this.forms = forms;
    }

    /**
     * A phrase found.
     *
     * @param from its first token; {@code to} is after the last
     * @param meanings at least one
     */
    public record Match<V>(int from, int to, List<V> meanings) {
        /** The first of the meanings. */
        public V meaning() {
            return meanings.getFirst();
        }
    }

    /** Adds a phrase that is found as it stands. */
    public void add(String phrase, V meaning) {
        add(phrase, meaning, false);
    }

    /** Adds a phrase whose words may have any of the language's endings. */
    public void addInflected(String phrase, V meaning) {
        add(phrase, meaning, true);
    }

    private void add(String phrase, V meaning, boolean inflected) {
        Tokens words = Tokens.of(phrase, forms);
        Node<V> node = root;
        for (int i = 0; i < words.size(); i++) {
            Token word = words.at(i);
            if (word.isOneOf(LOOSE) || (word.isEnd() && words.size() > 1)) {
                continue;
            }
            if (node == root) {
                int first = withoutArticle(word.form()).charAt(0) % BEGINNINGS;
                beginnings[first / Long.SIZE] |= 1L << first;
            }
            boolean open = words.is(i + 1, '*') && words.isFlush(i + 1);
            if (open) {
                node = node.opening(withoutArticle(word.form()));
                i++;
            } else if (inflected && word.kind() == Token.Kind.WORD) {
                node = node.stem(forms.stem(withoutArticle(word.form())));
            } else {
                node = node.word(withoutArticle(word.form()));
            }
        }
        if (node == root) {
            throw new IllegalArgumentException("“" + phrase + "” has nothing that could be found");
        }
        node.mean(meaning);
    }

    /** The longest phrase that begins at token {@code from}; null when none does. */
    public @Nullable Match<V> longest(Tokens tokens, int from) {
        Token first = tokens.at(from);
        if (!mayBegin(first) || first.isOneOf(LOOSE) || !tokens.isWordEdge(from)) {
            return null;
        }
        Best<V> best = new Best<>();
        walk(root, tokens, from, best);
        return best.node == null ? null : new Match<>(from, best.to, best.node.meanings);
    }

    private boolean mayBegin(Token token) {
        int first = token.form().charAt(0) % BEGINNINGS;
        return forms.hasPrefixes() || (beginnings[first / Long.SIZE] & 1L << first) != 0;
    }

    /** The phrases of a text from left to right, the longest at each place, none within another. */
    public List<Match<V>> all(Tokens tokens) {
        List<Match<V>> all = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Match<V> match = longest(tokens, at);
            if (match == null) {
                at++;
            } else {
                all.add(match);
                at = match.to();
            }
        }
        return all;
    }

    /** The same as {@link #all}, by where they begin and end. */
    public Found<V> find(Tokens tokens) {
        return new Found<>(all(tokens), tokens.size());
    }

    /**
     * The phrases of one text.
     *
     * @param <V> their meaning
     */
    public static final class Found<V> {
        private final List<@Nullable Match<V>> byBegin;
        private final List<@Nullable Match<V>> byEnd;

        private Found(List<Match<V>> matches, int tokens) {
            byBegin = new ArrayList<>(Collections.nCopies(tokens + 1, null));
            byEnd = new ArrayList<>(Collections.nCopies(tokens + 1, null));
            for (Match<V> match : matches) {
                byBegin.set(match.from(), match);
                byEnd.set(match.to(), match);
            }
        }

        /** The phrase whose first token is at {@code at}. */
        public @Nullable Match<V> beginningAt(int at) {
            return byBegin.get(at);
        }

        /** The phrase after whose last token {@code at} is. */
        public @Nullable Match<V> endingAt(int at) {
            return byEnd.get(at);
        }
    }

    private void walk(Node<V> node, Tokens tokens, int from, Best<V> best) {
        if (!node.meanings.isEmpty() && from > best.to) {
            best.node = node;
            best.to = from;
        }
        int at = from;
        if (node != root && isAbbreviated(tokens, at)) {
            at++; // “долл. США”
        }
        while (node != root && tokens.isFlush(at) && tokens.at(at).isOneOf(LOOSE) && tokens.isFlush(at + 1)) {
            at++;
        }
        if (at >= tokens.size()) {
            return;
        }
        Token token = tokens.at(at);
        step(node, token.form(), token.stem(), tokens, at, best);
        if (forms.hasPrefixes() && token.kind() == Token.Kind.WORD) {
            for (String rest : forms.withoutPrefixes(token.form())) {
                step(node, rest, forms.stem(rest), tokens, at, best);
            }
        }
    }

    /** Whether a full stop at {@code at} ends a short word, so that it need not end a sentence. */
    private static boolean isAbbreviated(Tokens tokens, int at) {
        return tokens.is(at, '.')
                && tokens.isFlush(at)
                && tokens.at(at - 1).form().length() <= ABBREVIATED;
    }

    private void step(Node<V> node, String form, String stem, Tokens tokens, int at, Best<V> best) {
        Node<V> next = node.words.get(form);
        if (next != null) {
            walk(next, tokens, at + 1, best);
        }
        Node<V> byStem = node.stems.isEmpty() ? null : node.stems.get(stem);
        if (byStem != null) {
            walk(byStem, tokens, at + 1, best);
        }
        if (!node.openings.isEmpty()) {
            for (int length = Math.min(form.length(), LONGEST_OPENING); length > 0; length--) {
                Node<V> opening = node.openings.get(form.substring(0, length));
                if (opening != null) {
                    walk(opening, tokens, at + 1, best);
                    break;
                }
            }
        }
    }

    /** A phrase is kept without what may be written in one with it: the text's words are tried with and without. */
    private String withoutArticle(String form) {
        return forms.hasPrefixes() && form.length() > 4 && form.startsWith("ال") ? form.substring(2) : form;
    }

    private static final class Node<V> {
        // most nodes have none of one or two kinds
        private Map<String, Node<V>> words = Map.of();
        private Map<String, Node<V>> stems = Map.of();
        private Map<String, Node<V>> openings = Map.of();
        private List<V> meanings = List.of();

        Node<V> word(String form) {
            words = words.isEmpty() ? new HashMap<>(4) : words;
            return words.computeIfAbsent(form, f -> new Node<>());
        }

        Node<V> stem(String stem) {
            stems = stems.isEmpty() ? new HashMap<>(4) : stems;
            return stems.computeIfAbsent(stem, s -> new Node<>());
        }

        Node<V> opening(String letters) {
            openings = openings.isEmpty() ? new HashMap<>(4) : openings;
            return openings.computeIfAbsent(letters, o -> new Node<>());
        }

        void mean(V meaning) {
            if (!meanings.contains(meaning)) {
                List<V> more = new ArrayList<>(meanings);
                more.add(meaning);
                meanings = List.copyOf(more);
            }
        }
    }

    private static final class Best<V> {
        private @Nullable Node<V> node;
        private int to;
    }
}
