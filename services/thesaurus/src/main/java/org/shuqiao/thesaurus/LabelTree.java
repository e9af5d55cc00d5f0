package org.shuqiao.thesaurus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The labels of one language by their words, one after the other. */
final class LabelTree {
    /** In these, a word in Latin letters is foreign. */
    private static final Set<String> OTHER_SCRIPTS = Set.of(
            "zh", "ru", "ar", "th", "kk", "ja", "ko", "uk", "bg", "sr", "mn", "el", "hy", "ka", "he", "fa", "hi");

    /** Whether a word in Latin letters is foreign in {@code language}. */
    static boolean isOfOtherScript(String language) {
        return OTHER_SCRIPTS.contains(language);
    }

    private final Words words;
    private final Node root = new Node();

    LabelTree(Words words) {
        this.words = words;
    }

    /** @param otherScript whether the text is of another script than the labels */
    List<Word> words(String text, boolean otherScript) {
        return otherScript ? words.inOtherScript(text) : words.of(text);
    }

    Node root() {
        return root;
    }

    void add(String label, String concept) {
        add(words.ofLabel(label), label, concept);
        add(words.shorter(label), label, concept);
    }

    private void add(List<Word> parts, String label, String concept) {
        if (parts.isEmpty()) {
            return;
        }
        Node node = root;
        for (Word part : parts) {
            node = node.next.computeIfAbsent(part.form(), form -> new Node());
        }
        node.meanings.add(Meaning.of(concept, label, parts.size()));
    }

    /** Where labels stand that are written like {@code words}; null where there are none. */
    @Nullable
    Node at(String label) {
        Node node = root;
        for (Word part : words.ofLabel(label)) {
            node = node == null ? null : node.after(part.form());
        }
        return node;
    }

    /** What a label found here means. */
    record Meaning(String concept, String label, int words, boolean isAbbreviation) {
        static Meaning of(String concept, String label, int words) {
            return new Meaning(concept, label, words, Recognizer.isAbbreviation(label));
        }

        /** Whether {@code surface} can be this label: a short abbreviation must be written as one, if the text has capitals. */
        boolean fits(String surface, boolean hasCapitals) {
            return !isAbbreviation || !hasCapitals || surface.chars().anyMatch(Character::isUpperCase);
        }

        /** Whether this English label is no word of {@code language}: of several words, or an abbreviation. */
        boolean isClearAmong(String language) {
            return OTHER_SCRIPTS.contains(language)
                    || words > 1
                    || label.chars().filter(Character::isUpperCase).count() > 1;
        }
    }

    static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final List<Meaning> meanings = new ArrayList<>();

        @Nullable
        Node after(String form) {
            return next.get(form);
        }

        List<Meaning> labels() {
            return meanings;
        }
    }
}
