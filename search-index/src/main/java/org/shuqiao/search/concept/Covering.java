package org.shuqiao.search.concept;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.Thesaurus;

/**
 * How far one who names a concept has what was asked for by another. Made of one edition of the thesaurus, for each concept
 * when first asked for; concepts go by their numbers.
 */
public class Covering {
    /** Who names the next broader concept may have what was asked for, if that one tells something. */
    private static final double BROADER = 0.5;

    private static final double RELATED = 0.3;

    /** Less than this is nothing. */
    private static final double LEAST = 0.1;

    private final Thesaurus thesaurus;
    private final SemanticInterpreter interpreter;
    private final Nearness nearness;
    private final Map<Integer, Map<Integer, Double>> covering = new ConcurrentHashMap<>();

    Covering(Thesaurus thesaurus, SemanticInterpreter interpreter, Nearness nearness) {
        this.thesaurus = thesaurus;
        this.interpreter = interpreter;
        this.nearness = nearness;
    }

    /**
     * All concepts that cover {@code asked}, and how far: 1 for itself and those narrower, half for each step to one that is
     * broader, times how much that one tells, 0.3 for those related. None for a number without a concept.
     */
    public Map<Integer, Double> of(int asked) {
        return covering.computeIfAbsent(asked, this::covering);
    }

    private Map<Integer, Double> covering(int asked) {
        String id = interpreter.id(asked);
        Map<Integer, Double> shares = new HashMap<>();
        if (id == null) {
            return shares;
        }
        thesaurus.related(id).forEach(related -> put(shares, related, RELATED));
        thesaurus
                .broader(id)
                .forEach(
                        (broader, steps) -> put(shares, broader, Math.pow(BROADER, steps) * nearness.telling(broader)));
        Deque<String> narrower = new ArrayDeque<>();
        narrower.add(id);
        while (!narrower.isEmpty()) {
            String next = narrower.remove();
            if (put(shares, next, 1)) {
                narrower.addAll(thesaurus.narrower(next));
            }
        }
        return shares;
    }

    /** Whether it was not known to cover as much. */
    private boolean put(Map<Integer, Double> shares, String id, double share) {
        int number = interpreter.number(id).orElse(-1);
        if (number < 0 || share < LEAST || shares.getOrDefault(number, 0.0) >= share) {
            return false;
        }
        shares.put(number, share);
        return true;
    }
}
