package org.shuqiao.thesaurus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The labels of one language by their features, to say how much of each label a text has. */
final class LabelWeights {
    private final Features features;
    private final Map<String, Entry> entries = new HashMap<>();
    private final int[] concepts;
    private final float[] wholes;
    private final List<List<Entry>> entriesOfLabels = new ArrayList<>();

    /** A feature of labels: how much it tells, and the labels that have it. */
    private record Entry(String feature, float telling, int[] labels) {}

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
        this.features = Features.in(language, all);
        this.concepts = owners.stream().mapToInt(Integer::intValue).toArray();
        this.wholes = new float[all.size()];
        all.forEach(label -> entriesOfLabels.add(new ArrayList<>()));
        Map<String, List<Integer>> labelsWith = new LinkedHashMap<>();
        for (int label = 0; label < all.size(); label++) {
            for (String feature : new HashSet<>(features.ofLabel(all.get(label).text()))) {
                labelsWith.computeIfAbsent(feature, f -> new ArrayList<>()).add(label);
            }
        }
        labelsWith.forEach((feature, labels) -> {
            long owning = labels.stream().map(owners::get).distinct().count();
            float telling = (float) Math.log((concepts.size() + 1) / (owning + 0.5));
            Entry entry =
                    new Entry(feature, telling, labels.stream().mapToInt(l -> l).toArray());
            entries.put(feature, entry);
            labels.forEach(label -> {
                wholes[label] += telling;
                entriesOfLabels.get(label).add(entry);
            });
        });
    }

    /** Adds to each concept what the text has of that of its labels of which it has most. */
    void addTo(float[] weights, String text, double times) {
        awakened(new HashSet<>(features.of(text)), weights.length).addTo(weights, times);
    }

    /** The places of those features of a text that are in labels. */
    void find(String text, Features.Found found) {
        features.find(text, (feature, from, to) -> {
            if (entries.containsKey(feature)) {
                found.feature(feature, from, to);
            }
        });
    }

    /** What a text with these features has of the labels of each of the concepts. */
    Awakened awakened(Set<String> distinct, int concepts) {
        float[] squares = new float[wholes.length];
        float[] parts = new float[wholes.length];
        int[] touched = new int[wholes.length];
        int count = 0;
        for (String feature : distinct) {
            Entry entry = entries.get(feature);
            if (entry == null) {
                continue;
            }
            for (int label : entry.labels()) {
                if (parts[label] == 0) {
                    touched[count++] = label;
                }
                parts[label] += entry.telling();
                squares[label] += entry.telling() * entry.telling();
            }
        }
        Awakened awakened = new Awakened(distinct, concepts);
        for (int label : Arrays.copyOf(touched, count)) {
            float share = (float) Math.sqrt(parts[label] / wholes[label]);
            awakened.offer(this.concepts[label], label, squares[label] * share, share);
        }
        return awakened;
    }

    /**
     * What a text has of the labels of each concept: the sum of what the features tell that it shares with a label, squared,
     * times the root of the share of the label; of the label where that is most.
     */
    final class Awakened {
        private final Set<String> features;
        private final float[] weights;
        private final float[] shares;
        private final int[] labels;

        private Awakened(Set<String> features, int concepts) {
            this.features = features;
            this.weights = new float[concepts];
            this.shares = new float[concepts];
            this.labels = new int[concepts];
        }

        private void offer(int concept, int label, float weight, float share) {
            if (weight > weights[concept]) {
                weights[concept] = weight;
                shares[concept] = share;
                labels[concept] = label;
            }
        }

        void addTo(float[] sums, double times) {
            for (int concept = 0; concept < weights.length; concept++) {
                sums[concept] += (float) (times * weights[concept]);
            }
        }

        /** Adds to each feature what it brought to {@code concept}. */
        void addBrought(Map<String, Float> sums, int concept, float times) {
            if (weights[concept] == 0) {
                return;
            }
            for (Entry entry : entriesOfLabels.get(labels[concept])) {
                if (features.contains(entry.feature())) {
                    float brought = times * entry.telling() * entry.telling() * shares[concept];
                    sums.merge(entry.feature(), brought, Float::sum);
                }
            }
        }
    }
}
