package org.shuqiao.thesaurus;

import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuqiao.contracts.thesaurus.Correction;

/** Which meanings of the labels in a tree do not count. */
final class Denials {
    static final Denials NONE = new Denials();

    private final Map<LabelTree.Node, Set<String>> concepts = new IdentityHashMap<>();

    private Denials() {}

    /** What the thesaurus denies in texts of {@code language} of the labels of another, which are in {@code tree}. */
    static Denials of(LabelTree tree, Thesaurus thesaurus, String language) {
        Denials denials = new Denials();
        for (Concept concept : thesaurus.concepts()) {
            concept.denied().getOrDefault(language, List.of()).forEach(words -> denials.add(tree, words, concept.id()));
        }
        return denials;
    }

    /** What an author denies. */
    static Denials of(LabelTree tree, Collection<Correction> corrections) {
        if (corrections.isEmpty()) {
            return NONE;
        }
        Denials denials = new Denials();
        for (Correction correction : corrections) {
            if (correction.kind() == Correction.Kind.denied) {
                denials.add(tree, correction.words(), correction.concept());
            }
        }
        return denials;
    }

    /** These and others, of the same tree. */
    Denials and(Denials others) {
        if (others.concepts.isEmpty()) {
            return this;
        }
        Denials both = new Denials();
        concepts.forEach((node, ids) -> both.concepts.put(node, new HashSet<>(ids)));
        others.concepts.forEach((node, ids) ->
                both.concepts.computeIfAbsent(node, n -> new HashSet<>()).addAll(ids));
        return both;
    }

    boolean hold(LabelTree.Node node, String concept) {
        Set<String> denied = concepts.isEmpty() ? null : concepts.get(node);
        return denied != null && denied.contains(concept);
    }

    private void add(LabelTree tree, String words, String concept) {
        LabelTree.Node node = tree.at(words);
        if (node != null) {
            concepts.computeIfAbsent(node, n -> new HashSet<>()).add(concept);
        }
    }
}
