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

    /** A feature of labels: how much it tells, and the labels that have it. */
    private record Entry(float telling, int[] labels) {}

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
        Map<String, List<Integer>> labelsWith = new LinkedHashMap<>();
        for (int label = 0; label < all.size(); label++) {
            for (String feature : new HashSet<>(features.ofLabel(all.get(label).text()))) {
                labelsWith.computeIfAbsent(feature, f -> new ArrayList<>()).add(label);
            }
        }
        labelsWith.forEach((feature, labels) -> {
            long owning = labels.stream().map(owners::get).distinct().count();
            float telling = (float) Math.log((concepts.size() + 1) / (owning + 0.5));
            labels.forEach(label -> wholes[label] += telling);
            entries.put(
                    feature, new Entry(telling, labels.stream().mapToInt(l -> l).toArray()));
        });
    }

    /**
     * Adds to each concept what the text has of that of its labels of which it has most: the sum of what the shared
     * features tell, squared, times the root of the share of the label.
     */
    void addTo(float[] weights, String text, double times) {
        Set<String> distinct = new HashSet<>(features.of(text));
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
        float[] best = new float[weights.length];
        for (int label : Arrays.copyOf(touched, count)) {
            float weight = (float) (squares[label] * Math.sqrt(parts[label] / wholes[label]));
            best[concepts[label]] = Math.max(best[concepts[label]], weight);
        }
        for (int concept = 0; concept < best.length; concept++) {
            weights[concept] += (float) (times * best[concept]);
        }
    }
}
