package org.shuqiao.search.learn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.MatchView;
import org.shuqiao.search.evaluate.ScratchIndices;
import org.shuqiao.search.match.Observed;
import org.shuqiao.search.match.Ranking;
import org.shuqiao.search.match.Recommending;
import org.shuqiao.search.metric.Measures;
import org.springframework.stereotype.Component;

/**
 * Learns a ranking from the earlier outcomes of some sources and measures it on the later ones, through the recommendation
 * itself. Runs on the thread of a command.
 */
@Component
class Learning {
    private static final int DEPTH = 100;
    private static final String GENERATION = "learning";

    /** With fewer lists that tell something, chance would be learned. */
    static final int FEWEST = 20;

    private final Recommending recommending;

    Learning(Recommending recommending) {
        this.recommending = recommending;
    }

    /** Thrown where there is not enough to learn from; the message says how much there is. */
    static final class TooLittle extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLittle(int lists) {
            super("Too little to learn from: of the earlier outcomes " + lists
                    + " are among the candidates of their list; at least " + FEWEST + " are needed.");
        }
    }

    /**
     * What one source gave.
     *
     * @param learned how many decided demands are of the earlier part
     * @param told in how many of these lists some candidate came further than another
     * @param tested how many are of the later part
     * @param from the day on which that begins; null when there is none
     * @param known by feature, the share of the candidates in the lists learned from of which it is known to the buyer
     */
    record Part(
            String source,
            int learned,
            int told,
            int tested,
            @Nullable LocalDate from,
            Map<String, Double> known) {}

    /** The measures of the later demands of a source, in the same order by both rankings. */
    record Tested(String source, List<Measures> before, List<Measures> after) {}

    /** All that came out. */
    record Learned(Ranking before, Fitting.Fitted fitted, List<Part> parts, List<Tested> tested) {}

    /**
     * Each source is loaded twice, before and after the fit: only one market has room in the indices.
     *
     * @param fixed features that keep their weights
     * @param share of the decided demands, by date, to learn from; the others are tested
     */
    Learned learn(List<Source> sources, Ranking start, Set<String> fixed, double share) {
        Fitting fitting = new Fitting(start, fixed);
        List<Choice> choices = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Source source : sources) {
            parts.add(source.with(decided -> observed(source.name(), decided, share, fitting, choices)));
        }
        if (choices.size() < FEWEST) {
            throw new TooLittle(choices.size());
        }
        Fitting.Fitted fitted = fitting.fit(choices);
        List<Tested> tested = new ArrayList<>();
        for (Source source : sources) {
            tested.add(source.with(decided -> {
                List<Decided> later = split(decided, share).later();
                return new Tested(source.name(), measured(later, start), measured(later, fitted.ranking()));
            }));
        }
        return new Learned(start, fitted, parts, tested);
    }

    private record Split(List<Decided> earlier, List<Decided> later) {}

    private static Split split(List<Decided> decided, double share) {
        List<Decided> ordered = decided.stream()
                .sorted(Comparator.comparing(Decided::date).thenComparing(Decided::demand))
                .toList();
        int cut = TimeSplit.at(ordered.stream().map(Decided::date).toList(), share);
        return new Split(ordered.subList(0, cut), ordered.subList(cut, ordered.size()));
    }

    private Part observed(String source, List<Decided> decided, double share, Fitting fitting, List<Choice> choices) {
        Split split = split(decided, share);
        Map<String, Integer> known = new LinkedHashMap<>();
        int candidates = 0;
        int told = 0;
        for (Decided one : split.earlier()) {
            List<Observed> list = ScratchIndices.done(
                    recommending.observed(one.demand(), DEPTH, GENERATION).defaultIfEmpty(List.of()));
            Choice choice = fitting.choice(one, list);
            if (choice.tells()) {
                choices.add(choice);
                told++;
                candidates += list.size();
                list.forEach(o -> o.buyer().keySet().forEach(feature -> known.merge(feature, 1, Integer::sum)));
            }
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        double all = Math.max(1, candidates);
        known.forEach((feature, count) -> shares.put(feature, count / all));
        return new Part(
                source,
                split.earlier().size(),
                told,
                split.later().size(),
                split.later().isEmpty() ? null : split.later().getFirst().date(),
                shares);
    }

    private List<Measures> measured(List<Decided> demands, Ranking ranking) {
        Recommending ranked = recommending.with(ranking);
        List<Measures> measures = new ArrayList<>();
        for (Decided one : demands) {
            List<UUID> list = ScratchIndices.done(ranked.offersFor(one.demand(), DEPTH, GENERATION)
                    .map(found ->
                            found.matches().stream().map(MatchView::offerId).toList())
                    .defaultIfEmpty(List.of()));
            Map<String, Integer> grades = new LinkedHashMap<>();
            one.grades().forEach((offer, grade) -> grades.put(offer.toString(), grade));
            measures.add(Measures.of(list.stream().map(UUID::toString).toList(), grades));
        }
        return measures;
    }
}
