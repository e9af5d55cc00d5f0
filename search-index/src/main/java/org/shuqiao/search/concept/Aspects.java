package org.shuqiao.search.concept;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.SemanticInterpreter;

/** The concepts by which counterparts of a text are looked for: the greatest of what it is about that tell something. */
public final class Aspects {
    /** With twice as many the first ten are the same. */
    static final int MOST = 24;

    private final SemanticInterpreter interpreter;
    private final Map<Integer, Double> weights = new LinkedHashMap<>();

    Aspects(SemanticInterpreter interpreter, ConceptVector vector) {
        this.interpreter = interpreter;
        interpreter.greatest(vector, MOST).forEach(i -> weights.put(vector.number(i), vector.weight(i)));
    }

    /** The weight of each by its id, falling. */
    public Map<String, Double> weights() {
        Map<String, Double> byId = new LinkedHashMap<>();
        weights.forEach((number, weight) -> {
            String id = interpreter.id(number);
            if (id != null) {
                byId.put(id, weight);
            }
        });
        return byId;
    }

    /** The sum of the weights of those that are among the aspects of {@code other} too. */
    public double sharedWith(ConceptVector other) {
        double sum = 0;
        int found = 0;
        for (int i = 0; i < other.size() && found < MOST; i++) {
            if (interpreter.tells(other.number(i))) {
                sum += weights.getOrDefault(other.number(i), 0.0);
                found++;
            }
        }
        return sum;
    }
}
