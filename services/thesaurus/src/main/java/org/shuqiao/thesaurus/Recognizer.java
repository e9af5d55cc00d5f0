package org.shuqiao.thesaurus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shuqiao.contracts.thesaurus.Correction;

/**
 * Finds the concepts a text speaks of, by their labels in the language of the text; English terms are found in texts of
 * all languages. Of labels within each other the longest counts. Safe for use by many threads.
 */
public final class Recognizer {
    private static final String ENGLISH = "en";

    /** Up to this length an abbreviation is easily another word: “IT”, “CAT”, “SIM”. */
    private static final int SHORT = 4;

    private static final Comparator<Found> IN_ORDER =
            Comparator.comparingInt(Found::from).thenComparingInt(Found::to);

    private static final String BREAKS = ",;:.!?()[]|\n，、；：。！？（）【】“”،؛؟";

    private final Thesaurus thesaurus;
    private final Map<String, LabelTree> trees = new ConcurrentHashMap<>();
    private final Map<String, Denials> foreign = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> neighbourhoods = new ConcurrentHashMap<>();

    public Recognizer(Thesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    /**
     * The mentions in {@code text} in their order, none within another.
     *
     * @param language primary tag of the text; of a language without labels only English terms are found
     */
    public List<Mention> recognize(String text, String language) {
        return recognize(text, language, List.of());
    }

    /**
     * The mentions in {@code text} as its author corrects them: words that are denied do not mean that concept, words that are
     * added mean it, and no other, wherever they stand; of what is about concepts that are not there nothing is found.
     */
    public List<Mention> recognize(String text, String language, Collection<Correction> corrections) {
        List<Found> found = new ArrayList<>();
        if (Thesaurus.LANGUAGES.contains(language)) {
            LabelTree own = tree(language);
            found.addAll(find(text, own, language, language, Denials.of(own, corrections)));
        }
        if (!language.equals(ENGLISH)) {
            LabelTree english = tree(ENGLISH);
            Denials denials = Thesaurus.LANGUAGES.contains(language)
                    ? foreign.computeIfAbsent(language, l -> Denials.of(english, thesaurus, l))
                    : Denials.NONE;
            found.addAll(find(text, english, ENGLISH, language, denials.and(Denials.of(english, corrections))));
        }
        return resolved(corrected(outermost(found), said(text, language, corrections)));
    }

    /** What the author says is meant, each concept for itself. */
    private List<Found> said(String text, String language, Collection<Correction> corrections) {
        List<Found> said = new ArrayList<>();
        for (Correction correction : corrections) {
            if (correction.kind() == Correction.Kind.added
                    && thesaurus.concept(correction.concept()).isPresent()) {
                LabelTree tree = new LabelTree(Naming.words(language));
                tree.add(correction.words(), correction.concept());
                said.addAll(find(text, tree, language, language, Denials.NONE));
            }
        }
        return said;
    }

    /** The author's word counts, whatever is found where it stands or within it. */
    private static List<Found> corrected(List<Found> found, List<Found> said) {
        if (said.isEmpty()) {
            return found;
        }
        List<Found> corrected = new ArrayList<>(said);
        found.stream()
                .filter(one -> said.stream().noneMatch(other -> other.from <= one.from && other.to >= one.to))
                .forEach(corrected::add);
        corrected.sort(IN_ORDER);
        return corrected;
    }

    /** Labels of one spelling found at one place, with all concepts that have it. */
    private record Found(int from, int to, String language, List<String> concepts) {
        boolean holds(Found other) {
            return from <= other.from && to >= other.to && to - from > other.to - other.from;
        }
    }

    private static List<Found> find(
            String text, LabelTree tree, String language, String textLanguage, Denials denials) {
        boolean foreign = !language.equals(textLanguage);
        boolean otherScript = foreign && LabelTree.isOfOtherScript(textLanguage);
        List<Word> words = tree.words(text, otherScript);
        if (words.isEmpty()) {
            return List.of();
        }
        boolean hasCapitals = text.chars().anyMatch(Character::isUpperCase);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            LabelTree.Node node = tree.root();
            for (int j = i; j < words.size() && node != null; j++) {
                boolean together = j == i
                        || areTogether(text, words.get(j - 1).to(), words.get(j).from(), otherScript);
                node = together ? node.after(words.get(j).form()) : null;
                if (node != null && !node.labels().isEmpty()) {
                    int from = words.get(i).from();
                    int to = words.get(j).to();
                    String surface = text.substring(from, to);
                    Set<String> concepts = new LinkedHashSet<>();
                    for (LabelTree.Meaning meaning : node.labels()) {
                        if (meaning.fits(surface, hasCapitals)
                                && (!foreign || meaning.isClearAmong(textLanguage))
                                && !denials.hold(node, meaning.concept())) {
                            concepts.add(meaning.concept());
                        }
                    }
                    if (!concepts.isEmpty()) {
                        found.add(new Found(from, to, language, List.copyOf(concepts)));
                    }
                }
            }
        }
        return found;
    }

    /** Whether nothing stands between two words that ends a phrase or an item of a list, and no word of another script. */
    private static boolean areTogether(String text, int from, int to, boolean otherScript) {
        for (int at = from; at < to; at++) {
            if (BREAKS.indexOf(text.charAt(at)) >= 0 || otherScript && Latin.isOther(text.codePointAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static List<Found> outermost(List<Found> found) {
        List<Found> outermost = new ArrayList<>();
        Set<Long> places = new HashSet<>();
        for (Found one : found) {
            boolean within = found.stream().anyMatch(other -> other.holds(one));
            // at the same place the language of the text comes first
            if (!within && places.add((long) one.from() << Integer.SIZE | one.to())) {
                outermost.add(one);
            }
        }
        outermost.sort(IN_ORDER);
        return outermost;
    }

    /** A label of several concepts means the one nearest to what else the text speaks of; where none is, all of them. */
    private List<Mention> resolved(List<Found> found) {
        Map<String, Integer> context = new HashMap<>();
        for (Found one : found) {
            if (one.concepts().size() == 1) {
                neighbourhood(one.concepts().getFirst()).forEach(id -> context.merge(id, 1, Integer::sum));
            }
        }
        List<Mention> mentions = new ArrayList<>();
        for (Found one : found) {
            List<String> nearest = nearest(one.concepts(), context);
            for (String concept : nearest) {
                mentions.add(new Mention(concept, one.from(), one.to(), one.language(), 1.0 / nearest.size()));
            }
        }
        return mentions;
    }

    private List<String> nearest(List<String> concepts, Map<String, Integer> context) {
        if (concepts.size() == 1) {
            return concepts;
        }
        List<String> nearest = new ArrayList<>();
        int most = 0;
        for (String concept : concepts) {
            int near = neighbourhood(concept).stream()
                    .mapToInt(id -> context.getOrDefault(id, 0))
                    .sum();
            if (near > most) {
                nearest.clear();
                most = near;
            }
            if (near == most) {
                nearest.add(concept);
            }
        }
        return nearest;
    }

    private Set<String> neighbourhood(String id) {
        return neighbourhoods.computeIfAbsent(id, this::newNeighbourhood);
    }

    private Set<String> newNeighbourhood(String id) {
        Set<String> ids = new HashSet<>(thesaurus.broader(id).keySet());
        ids.add(id);
        ids.addAll(thesaurus.related(id));
        return ids;
    }

    private LabelTree tree(String language) {
        return trees.computeIfAbsent(language, this::planted);
    }

    private LabelTree planted(String language) {
        LabelTree tree = new LabelTree(Words.in(language));
        for (Concept concept : thesaurus.concepts()) {
            List<Label> labels = concept.labels().get(language);
            if (labels != null) {
                labels.forEach(label -> tree.add(label.text(), concept.id()));
            }
        }
        return tree;
    }

    static boolean isAbbreviation(String text) {
        return text.length() <= SHORT
                && text.chars().anyMatch(Character::isUpperCase)
                && text.chars().noneMatch(Character::isLowerCase);
    }
}
