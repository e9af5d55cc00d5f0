package org.shuqiao.thesaurus;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** The labels of one language by their features, to say how much of each label a text has. */
final class LabelWeights {
    private final Features features;
    private final Map<String, Entry> entries;
    private final int[] concepts;
    private final List<Label> labels;
    private final float[] wholes;

    private final List<List<Entry>> entriesOfLabels;
    private final Map<Integer, List<Integer>> labelsOfConcepts;

    /** A feature of labels: how much it tells, and the labels that have it. */
    private record Entry(int number, float telling, int[] labels) {}

    /** @param concepts of which the position is what {@link #addTo} counts by */
    LabelWeights(String language, List<Concept> concepts) {
        List<Label> all = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < concepts.size(); i++) {
            for (Label label : concepts.get(i).labels().getOrDefault(language, List.of())) {
                all.add(label);
                owners.add(i);
            }
        }
        this.entries = new HashMap<>();
        this.entriesOfLabels = new ArrayList<>();
        this.labelsOfConcepts = new HashMap<>();
        this.features = Features.in(language, all);
        this.labels = List.copyOf(all);
        this.concepts = owners.stream().mapToInt(Integer::intValue).toArray();
        this.wholes = new float[all.size()];
        for (int label = 0; label < all.size(); label++) {
            entriesOfLabels.add(new ArrayList<>());
            labelsOfConcepts
                    .computeIfAbsent(owners.get(label), owner -> new ArrayList<>())
                    .add(label);
        }
        Map<String, List<Integer>> labelsWith = new LinkedHashMap<>();
        for (int label = 0; label < all.size(); label++) {
            for (String feature : new HashSet<>(features.ofLabel(all.get(label).text()))) {
                labelsWith.computeIfAbsent(feature, f -> new ArrayList<>()).add(label);
            }
        }
        labelsWith.forEach((feature, labels) -> {
            long owning = labels.stream().map(owners::get).distinct().count();
            float telling = (float) Math.log((concepts.size() + 1) / (owning + 0.5));
            Entry entry = new Entry(
                    entries.size(), telling, labels.stream().mapToInt(l -> l).toArray());
            entries.put(feature, entry);
            labels.forEach(label -> {
                wholes[label] += telling;
                entriesOfLabels.get(label).add(entry);
            });
        });
    }

    private LabelWeights(LabelWeights all, Features features, float[] wholes) {
        this.features = features;
        this.labels = all.labels;
        this.concepts = all.concepts;
        this.entries = all.entries;
        this.entriesOfLabels = all.entriesOfLabels;
        this.labelsOfConcepts = all.labelsOfConcepts;
        this.wholes = wholes;
    }

    /** These without the labels that are denied of a concept, which is named by its position. */
    LabelWeights without(BiPredicate<Integer, Label> denied) {
        float[] left = wholes.clone();
        boolean all = true;
        for (int label = 0; label < left.length; label++) {
            if (denied.test(concepts[label], labels.get(label))) {
                // no text has a share of it
                left[label] = Float.POSITIVE_INFINITY;
                all = false;
            }
        }
        return all ? this : new LabelWeights(this, features, left);
    }

    /** The same for texts of another script than the labels. */
    LabelWeights inOtherScript() {
        return new LabelWeights(this, features.inOtherScript(), wholes);
    }

    /**
     * Adds to each concept what the text has of that of its labels of which it has most: the sum of what the shared
     * features tell, squared, times the root of the share of the label.
     */
    void addTo(float[] weights, String text, double times) {
        List<Entry> known = known(text);
        if (known.isEmpty()) {
            return;
        }
        float[] squares = new float[wholes.length];
        float[] parts = new float[wholes.length];
        int[] touched = new int[wholes.length];
        int count = 0;
        for (Entry entry : known) {
            float telling = entry.telling();
            for (int label : entry.labels()) {
                if (parts[label] == 0) {
                    touched[count++] = label;
                }
                parts[label] += telling;
                squares[label] += telling * telling;
            }
        }
        float[] best = new float[weights.length];
        for (int i = 0; i < count; i++) {
            int label = touched[i];
            float weight = (float) (squares[label] * Math.sqrt(parts[label] / wholes[label]));
            best[concepts[label]] = Math.max(best[concepts[label]], weight);
        }
        for (int concept = 0; concept < best.length; concept++) {
            weights[concept] += (float) (times * best[concept]);
        }
    }

    /** The features of the text that are in labels, each once. */
    private List<Entry> known(String text) {
        List<Entry> known = new ArrayList<>();
        BitSet numbers = new BitSet(entries.size());
        for (String feature : features.of(text)) {
            Entry entry = entries.get(feature);
            if (entry != null && !numbers.get(entry.number())) {
                numbers.set(entry.number());
                known.add(entry);
            }
        }
        return known;
    }

    /** The features of a text, in labels or not, in their order. */
    List<String> words(String text) {
        return features.of(text);
    }

    /** Is told of a feature that is in labels, by its number here, and where the words begin and end it is made of. */
    interface Known {
        void feature(int number, int from, int to);
    }

    /** Tells of those features of a text that are in labels, with their places. */
    void find(String text, Known known) {
        features.find(text, (feature, from, to) -> {
            Entry entry = entries.get(feature);
            if (entry != null) {
                known.feature(entry.number(), from, to);
            }
        });
    }

    /**
     * Adds to each feature what it brings to a concept: its part in what {@link #addTo} adds to that.
     *
     * @param sums by the number of the feature
     * @param text the numbers of the features of the text
     */
    void addBrought(Map<Integer, Float> sums, BitSet text, int concept, float times) {
        List<Entry> best = List.of();
        float most = 0;
        float shareOfBest = 0;
        for (int label : labelsOfConcepts.getOrDefault(concept, List.of())) {
            float squares = 0;
            float part = 0;
            for (Entry entry : entriesOfLabels.get(label)) {
                if (text.get(entry.number())) {
                    part += entry.telling();
                    squares += entry.telling() * entry.telling();
                }
            }
            float share = (float) Math.sqrt(part / wholes[label]);
            if (squares * share > most) {
                most = squares * share;
                shareOfBest = share;
                best = entriesOfLabels.get(label);
            }
        }
        for (Entry entry : best) {
            if (text.get(entry.number())) {
                sums.merge(entry.number(), times * entry.telling() * entry.telling() * shareOfBest, Float::sum);
            }
        }
    }
}
