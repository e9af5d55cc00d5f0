package org.shuqiao.thesaurus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says what a text is about, also where it calls nothing by a label of the thesaurus: explicit semantic analysis
 * (Gabrilovich, Markovitch: "Computing semantic relatedness using Wikipedia-based explicit semantic analysis", IJCAI 2007),
 * with the labels of a concept in the place of an article. Since the concepts are the same in every language, texts of any
 * two can be compared (Potthast, Stein, Anderka: "A Wikipedia-based multilingual retrieval model", ECIR 2008).
 *
 * <p>A concept has the weight of that of its labels of which the text has most; a concept that almost any text awakens counts
 * less; each lends to those broader than it and related to it. Safe for use by many threads.
 */
public final class SemanticInterpreter {
    private static final String ENGLISH = "en";

    /** Stands for all languages of other scripts that deny nothing. */
    private static final String OTHER_SCRIPT = "";

    /** Of what is awakened, as many concepts count: with 100 or with all nDCG@10 across languages is lower by a fifth. */
    private static final int AWAKE = 300;

    /** An English word in a text of another script. */
    private static final double FOREIGN = 0.8;

    /** A concept counts as awakened by a text that gives it this share of the greatest weight. */
    private static final double AWAKENED = 0.1;

    private static final double BROADER = 0.5;
    private static final double RELATED = 0.3;

    private final Thesaurus thesaurus;
    private final List<Concept> concepts;
    private final ConceptNumbers numbers;
    private final Map<String, LabelWeights> languages = new ConcurrentHashMap<>();
    private final Map<String, LabelWeights> foreign = new ConcurrentHashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final int[][] lentTo;
    private final List<List<Integer>> lentBy = new ArrayList<>();
    private final float[][] lent;
    private final float[] telling;
    private final int[] numbered;
    private final boolean[] isTelling = new boolean[ConceptNumbers.NUMBERS];

    public SemanticInterpreter(Thesaurus thesaurus) {
        this.thesaurus = thesaurus;
        this.concepts = List.copyOf(thesaurus.concepts());
        this.numbers = new ConceptNumbers(thesaurus);
        this.numbered = concepts.stream()
                .mapToInt(concept -> numbers.number(concept.id()))
                .toArray();
        this.lentTo = new int[concepts.size()][];
        this.lent = new float[concepts.size()][];
        for (Concept concept : concepts) {
            isTelling[numbers.number(concept.id())] = !concept.broader().isEmpty();
        }
        lend();
        this.telling = telling();
    }

    /**
     * A piece of a text.
     *
     * @param language primary tag
     * @param weight how much it counts, 1 for the text itself
     */
    public record Passage(String text, String language, double weight) {}

    /** A passage as it is read: as one of its own language, and for English words in it as an English one. */
    record Reading(String key, LabelWeights labels, double times) {}

    List<Reading> readings(Passage passage) {
        String own = passage.language();
        List<Reading> readings = new ArrayList<>();
        boolean isKnown = Thesaurus.LANGUAGES.contains(own);
        if (isKnown) {
            readings.add(new Reading(own, labels(own), 1));
        }
        if (!isKnown || LabelTree.isOfOtherScript(own)) {
            readings.add(new Reading(own + "-" + ENGLISH, english(own), FOREIGN));
        }
        return readings;
    }

    /**
     * The words of a passage in the form in which they are compared with others of its language, function words left out, in
     * their order; pairs of letters where words are not divided. Of a language without labels as if it were English.
     */
    public List<String> words(Passage passage) {
        return readings(passage).getFirst().labels().words(passage.text());
    }

    /** What the passages are about together. Of a text in several languages the one that says most of a concept counts. */
    public ConceptVector interpret(List<Passage> passages) {
        Map<String, float[]> byLanguage = new HashMap<>();
        for (Passage passage : passages) {
            for (Reading reading : readings(passage)) {
                float[] weights = byLanguage.computeIfAbsent(reading.key(), k -> new float[concepts.size()]);
                reading.labels().addTo(weights, passage.text(), reading.times() * passage.weight());
            }
        }
        float[] weights = new float[concepts.size()];
        byLanguage.values().forEach(some -> {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.max(weights[i], some[i]);
            }
        });
        return vector(weights);
    }

    /** Which words of the passages say what they are about together; their weights do not matter. */
    public Evidence evidence(List<Passage> passages) {
        return new Evidence(this, passages);
    }

    /** Is told of a concept, by its position, and how much of what a text has of it comes to another. */
    interface Lending {
        void lends(int concept, float share);
    }

    /** Tells of all concepts that lend to the one of this id, itself among them. */
    void lenders(String id, Lending lending) {
        Integer asked = positions.get(id);
        if (asked == null) {
            return;
        }
        for (int lender : lentBy.get(asked)) {
            int at = Arrays.binarySearch(lentTo[lender], asked);
            lending.lends(lender, telling[lender] * lent[lender][at]);
        }
    }

    /** Whether the concept with this number tells something, which a branch as a whole does not. */
    public boolean tells(int number) {
        return isTelling[number];
    }

    /**
     * Where the greatest concepts of {@code vector} stand in it that tell something.
     *
     * @param most at most as many
     */
    public IntStream greatest(ConceptVector vector, int most) {
        return IntStream.range(0, vector.size())
                .filter(i -> isTelling[vector.number(i)])
                .limit(most);
    }

    /** The fingerprint of the thesaurus it reads by. */
    public String edition() {
        return thesaurus.fingerprint();
    }

    /** The id of the concept with this number; null when it is none of this edition. */
    public @Nullable String id(int number) {
        return numbers.id(number);
    }

    /** The number of a concept; empty when there is none of this id in this edition. */
    public OptionalInt number(String id) {
        return positions.containsKey(id) ? OptionalInt.of(numbers.number(id)) : OptionalInt.empty();
    }

    /**
     * A vector of concepts by their ids, of those with the greatest weights; of equal ones that with the lesser id.
     *
     * @param weights ids that are not of this edition, and weights that are not above 0, are left out
     * @param most at most as many
     */
    public ConceptVector vector(Map<String, Double> weights, int most) {
        List<Map.Entry<String, Double>> kept = weights.entrySet().stream()
                .filter(one -> one.getValue() > 0 && positions.containsKey(one.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .toList();
        int[] inOrder = new int[kept.size()];
        float[] ordered = new float[kept.size()];
        for (int i = 0; i < inOrder.length; i++) {
            inOrder[i] = numbers.number(kept.get(i).getKey());
            ordered[i] = kept.get(i).getValue().floatValue();
        }
        return ConceptVector.of(inOrder, ordered);
    }

    private LabelWeights labels(String language) {
        return languages.computeIfAbsent(language, l -> new LabelWeights(l, concepts));
    }

    /** The English labels for texts of another language, without what is denied there. */
    private LabelWeights english(String language) {
        LabelWeights all = labels(ENGLISH);
        LabelWeights english = LabelTree.isOfOtherScript(language)
                ? foreign.computeIfAbsent(OTHER_SCRIPT, l -> all.inOtherScript())
                : all;
        if (!Thesaurus.LANGUAGES.contains(language)) {
            return english;
        }
        return foreign.computeIfAbsent(
                language,
                l -> english.without((concept, label) -> {
                    List<String> denied = concepts.get(concept).denied().getOrDefault(l, List.of());
                    return denied.stream()
                            .anyMatch(words -> Naming.form(ENGLISH, words).equals(Naming.form(ENGLISH, label.text())));
                }));
    }

    private ConceptVector vector(float[] weights) {
        float[] lifted = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= telling[i];
        }
        for (int concept : greatest(weights, AWAKE)) {
            for (int i = 0; i < lentTo[concept].length; i++) {
                lifted[lentTo[concept][i]] += weights[concept] * lent[concept][i];
            }
        }
        int[] order = greatest(lifted, ConceptVector.MOST);
        int[] inOrder = new int[order.length];
        float[] ordered = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            inOrder[i] = numbered[order[i]];
            ordered[i] = lifted[order[i]];
        }
        return ConceptVector.of(inOrder, ordered);
    }

    /** The positions of the greatest weights above 0, falling; equal ones in the order of the thesaurus. */
    private static int[] greatest(float[] weights, int most) {
        long[] keys = new long[weights.length];
        int count = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                // positive floats have the order of their bits
                keys[count++] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(weights[i])) << Integer.SIZE | i;
            }
        }
        int kept = Math.min(most, count);
        Least.first(keys, count, kept);
        Arrays.sort(keys, 0, kept);
        int[] positions = new int[kept];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = (int) keys[i];
        }
        return positions;
    }

    /** Each concept lends to itself, to those broader by how much they tell, and to related ones. */
    private void lend() {
        for (int i = 0; i < concepts.size(); i++) {
            positions.put(concepts.get(i).id(), i);
            lentBy.add(new ArrayList<>());
        }
        int[] below = new int[concepts.size()];
        for (Concept concept : concepts) {
            for (String broader : thesaurus.broader(concept.id()).keySet()) {
                Integer at = positions.get(broader);
                if (at != null) {
                    below[at]++;
                }
            }
        }
        for (int i = 0; i < concepts.size(); i++) {
            Map<Integer, Float> to = new TreeMap<>();
            String id = concepts.get(i).id();
            to.put(i, 1f);
            for (var broader : thesaurus.broader(id).entrySet()) {
                Integer at = positions.get(broader.getKey());
                if (at != null) {
                    to.put(at, (float) (Math.pow(BROADER, broader.getValue()) * informationContent(below[at])));
                }
            }
            for (String related : thesaurus.related(id)) {
                Integer at = positions.get(related);
                if (at != null) {
                    to.merge(at, (float) RELATED, Math::max);
                }
            }
            lentTo[i] = new int[to.size()];
            lent[i] = new float[to.size()];
            int next = 0;
            for (var entry : to.entrySet()) {
                lentTo[i][next] = entry.getKey();
                lentBy.get(entry.getKey()).add(i);
                lent[i][next++] = entry.getValue();
            }
        }
    }

    /**
     * Intrinsic information content (Seco, Veale, Hayes: "An intrinsic information content metric for semantic similarity in
     * WordNet", ECAI 2004): 1 for a concept without narrower ones, 0 for one broader than all.
     */
    private double informationContent(int below) {
        return 1 - Math.log(below + 1) / Math.log(Math.max(2, concepts.size()));
    }

    /** The logarithm of all by those of the concepts whose own English labels, taken as a text, awaken this one. */
    private float[] telling() {
        int[] awakened = new int[concepts.size()];
        for (Concept concept : concepts) {
            StringBuilder text = new StringBuilder();
            for (Label label : concept.labels().getOrDefault(ENGLISH, List.of())) {
                text.append(label.text()).append('\n');
            }
            float[] weights = new float[concepts.size()];
            labels(ENGLISH).addTo(weights, text.toString(), 1);
            float greatest = 0;
            for (float weight : weights) {
                greatest = Math.max(greatest, weight);
            }
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] > AWAKENED * greatest) {
                    awakened[i]++;
                }
            }
        }
        float[] telling = new float[concepts.size()];
        for (int i = 0; i < telling.length; i++) {
            telling[i] = (float) Math.max(0, Math.log((double) concepts.size() / (1 + awakened[i])));
        }
        return telling;
    }
}
