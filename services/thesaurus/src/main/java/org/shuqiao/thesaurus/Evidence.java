package org.shuqiao.thesaurus;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;
import org.shuqiao.thesaurus.SemanticInterpreter.Reading;

/**
 * Which words of a text say what it is about. Made once for a text, it answers for each concept: the words it shares with
 * those labels that awaken the concept, or one that lends to it. Not for use by several threads.
 */
public final class Evidence {
    /** A word that brings less than this share of what the best brings says nothing. */
    private static final double LEAST = 0.25;

    private final SemanticInterpreter interpreter;
    private final List<Passage> passages;
    private final Map<String, Tongue> tongues = new LinkedHashMap<>();

    /** What is read in one language. */
    private static final class Tongue {
        private final Reading reading;
        private final List<Place> places = new ArrayList<>();
        private final BitSet features = new BitSet();

        Tongue(Reading reading) {
            this.reading = reading;
        }

        void read(int passage, String text) {
            reading.labels().find(text, (feature, from, to) -> {
                features.set(feature);
                places.add(new Place(feature, passage, from, to));
            });
        }
    }

    private record Place(int feature, int passage, int from, int to) {}

    /**
     * Words of a text.
     *
     * @param passage which of the passages they stand in, from 0
     * @param from where they begin in it, in chars; {@code to} where the next would
     * @param weight of what they bring to the concept; only comparable within one text
     */
    public record Words(int passage, int from, int to, double weight) {}

    Evidence(SemanticInterpreter interpreter, List<Passage> passages) {
        this.interpreter = interpreter;
        this.passages = List.copyOf(passages);
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            for (Reading reading : interpreter.readings(passage)) {
                tongues.computeIfAbsent(reading.key(), key -> new Tongue(reading))
                        .read(i, passage.text());
            }
        }
    }

    /**
     * The words that brought a concept most, falling; none for a concept the text does not awaken. Words that stand side by
     * side come together, the same words once.
     *
     * @param most at most as many
     */
    public List<Words> of(String concept, int most) {
        List<Words> found = new ArrayList<>();
        tongues.values().forEach(tongue -> found.addAll(joined(tongue, brought(tongue, concept))));
        found.sort(Comparator.comparingDouble(Words::weight)
                .reversed()
                .thenComparingInt(Words::passage)
                .thenComparingInt(Words::from));
        Set<String> told = new HashSet<>();
        return found.stream()
                .filter(words -> words.weight() >= LEAST * found.getFirst().weight())
                .filter(words -> told.add(text(words).toLowerCase(Locale.ROOT)))
                .limit(most)
                .toList();
    }

    private Map<Integer, Float> brought(Tongue tongue, String concept) {
        Map<Integer, Float> brought = new HashMap<>();
        interpreter.lenders(
                concept,
                (lender, share) -> tongue.reading
                        .labels()
                        .addBrought(brought, tongue.features, lender, share * (float) tongue.reading.times()));
        return brought;
    }

    /** The places of what brought something, those side by side as one, if something in it brought a good part. */
    private List<Words> joined(Tongue tongue, Map<Integer, Float> brought) {
        if (brought.isEmpty()) {
            return List.of();
        }
        float best = brought.values().stream().max(Float::compare).orElse(0f);
        List<Words> joined = new ArrayList<>();
        Set<Integer> counted = new HashSet<>();
        boolean tells = false;
        Words open = null;
        for (Place place : tongue.places) {
            Float weight = brought.get(place.feature());
            if (weight == null) {
                continue;
            }
            if (open != null && open.passage() == place.passage() && isNext(open, place)) {
                double more = counted.add(place.feature()) ? weight : 0;
                open = new Words(open.passage(), open.from(), Math.max(open.to(), place.to()), open.weight() + more);
            } else {
                if (open != null && tells) {
                    joined.add(open);
                }
                tells = false;
                counted.clear();
                counted.add(place.feature());
                open = new Words(place.passage(), place.from(), place.to(), weight);
            }
            tells |= weight >= LEAST * best;
        }
        if (open != null && tells) {
            joined.add(open);
        }
        return joined;
    }

    /** Whether only blanks or a hyphen stand between. */
    private boolean isNext(Words words, Place place) {
        String between = place.from() <= words.to()
                ? ""
                : passages.get(place.passage()).text().substring(words.to(), place.from());
        return between.isBlank() && !between.contains("\n") || between.equals("-");
    }

    private String text(Words words) {
        return passages.get(words.passage()).text().substring(words.from(), words.to());
    }
}
