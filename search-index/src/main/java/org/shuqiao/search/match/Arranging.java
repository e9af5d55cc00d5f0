package org.shuqiao.search.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.MatchView.PositionView.Reason;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.fact.Party;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.text.TieBreak;
import org.shuqiao.thesaurus.ConceptVector;
import org.springframework.stereotype.Component;

/**
 * Puts a short list together from what was judged, best first. What is nearly the same of one organization becomes one
 * entry. In the list of a demand one provider has only so many of the first positions, and one of these is kept for a new
 * provider who without the track record it cannot have would be about as good. Beyond that the order by score stays. The
 * same input gives the same list, and a shorter list is the beginning of a longer one.
 */
@Component
class Arranging {
    private static final List<Rule> TRACK_RECORD =
            List.of(MatchPolicy.TRACK_RECORD, MatchPolicy.SAME_BUYER, MatchPolicy.SIMILAR_WORK);

    private final Scoring scoring;
    private final ArrangingSettings settings;

    Arranging(Scoring scoring, ArrangingSettings settings) {
        this.scoring = scoring;
        this.settings = settings;
    }

    ArrangingSettings settings() {
        return settings;
    }

    /** @param listed what is in the list; {@code judged} those of them that nothing excludes, best first */
    List<Placed> arranged(Kind listed, List<Judged> judged, Instant now) {
        List<Placed> distinct = distinct(listed, judged);
        // a buyer compares providers; a provider takes demands one by one, and two of one buyer are two chances
        return listed == Kind.OFFERS ? withNewProviders(spread(distinct), now) : distinct;
    }

    /** An entry takes in what comes after it, is nearly the same, and leaves no fewer must-haves open. */
    private List<Placed> distinct(Kind listed, List<Judged> judged) {
        Map<String, List<Entry>> byOrganization = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Judged one : judged) {
            ListingFacts facts = facts(listed, one);
            List<Entry> own = byOrganization.computeIfAbsent(facts.organization(), o -> new ArrayList<>(1));
            Entry same = own.stream()
                    .filter(entry ->
                            entry.isNearly(facts.about(), settings.alike()) && entry.judged.open() <= one.open())
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                Entry entry = new Entry(one, facts.about());
                own.add(entry);
                entries.add(entry);
            } else {
                same.alike.add(one);
            }
        }
        List<Placed> placed = new ArrayList<>();
        for (Entry entry : entries) {
            placed.add(new Placed(entry.judged, placed.size() + 1, entry.alike, null));
        }
        return placed;
    }

    private static final class Entry {
        private final Judged judged;
        private final ConceptVector about;
        private final List<Judged> alike = new ArrayList<>(0);
        private ConceptVector.@Nullable Compared compared;

        Entry(Judged judged, ConceptVector about) {
            this.judged = judged;
            this.about = about;
        }

        boolean isNearly(ConceptVector other, double alike) {
            if (compared == null) {
                compared = about.compared();
            }
            return about.size() > 0 && compared.nearness(other) >= alike;
        }
    }

    /** Goes through the first positions; a provider who has had its share waits for others that are about as good. */
    private List<Placed> spread(List<Placed> byScore) {
        List<Placed> waiting = new ArrayList<>(byScore);
        List<Placed> spread = new ArrayList<>(byScore.size());
        Map<String, Integer> taken = new HashMap<>();
        int first = Math.min(settings.first(), byScore.size());
        while (spread.size() < first) {
            int next = next(waiting, taken);
            for (int passed = 0; passed < next; passed++) {
                waiting.set(passed, waiting.get(passed).movedBecause(Reason.sameProvider));
            }
            Placed chosen = waiting.remove(next);
            taken.merge(provider(chosen), 1, Integer::sum);
            spread.add(chosen);
        }
        spread.addAll(waiting);
        return spread;
    }

    /** Which of those waiting comes next: the first, or where its provider has had its share the first of another. */
    private int next(List<Placed> waiting, Map<String, Integer> taken) {
        double least = settings.asGood() * waiting.getFirst().score();
        for (int i = 0; i < waiting.size() && waiting.get(i).score() >= least; i++) {
            if (taken.getOrDefault(provider(waiting.get(i)), 0) < settings.ofOneProvider()) {
                return i;
            }
        }
        return 0;
    }

    /** Gives new providers beyond the first positions the places that are kept for them, as far as none is there anyway. */
    private List<Placed> withNewProviders(List<Placed> spread, Instant now) {
        List<Placed> list = new ArrayList<>(spread);
        List<Placed> top = list.subList(0, Math.min(settings.first(), list.size()));
        long there = top.stream().filter(one -> isNew(one, now)).count();
        for (long place = there; place < settings.newPlaces(); place++) {
            giveToNew(list, place, now);
        }
        return list;
    }

    /** From a position that is another for each demand downwards, the first where a new provider would be as good. */
    private void giveToNew(List<Placed> list, long place, Instant now) {
        String demand =
                list.isEmpty() ? "" : list.getFirst().judged().pair().demand().id();
        int positions = settings.first() - settings.newFrom() + 1;
        long hash = TieBreak.of(demand, "new", Long.toString(place));
        int from = settings.newFrom() - 1 + (int) Long.remainderUnsigned(hash, positions);
        for (int at = from; at < Math.min(settings.first(), list.size()); at++) {
            int chosen = list.get(at).moved() == Reason.newProvider ? -1 : newInPlaceOf(list, at, now);
            if (chosen >= 0) {
                list.add(at, list.remove(chosen).movedBecause(Reason.newProvider));
                return;
            }
        }
    }

    /** Where beyond the first positions the new provider is that may stand at {@code at}; -1 where none may. */
    private int newInPlaceOf(List<Placed> list, int at, Instant now) {
        Placed there = list.get(at);
        double least = withoutTrackRecord(there) * (1 - settings.newMargin());
        return IntStream.range(settings.first(), list.size())
                .filter(i -> isNew(list.get(i), now)
                        && list.get(i).judged().open() <= there.judged().open()
                        && withoutTrackRecord(list.get(i)) >= least)
                .boxed()
                .min(Comparator.comparingLong((Integer i) ->
                                TieBreak.of(there.judged().pair().demand().id(), provider(list.get(i))))
                        .thenComparingInt(i -> i))
                .orElse(-1);
    }

    private static String provider(Placed one) {
        return one.judged().pair().offer().provider();
    }

    private double withoutTrackRecord(Placed one) {
        return scoring.scores(one.judged().pair(), TRACK_RECORD).both();
    }

    private boolean isNew(Placed one, Instant now) {
        Party provider = one.judged().pair().offer().party();
        Instant joined = provider.joined();
        return provider.deals() == 0
                && joined != null
                && joined.plus(settings.newFor()).isAfter(now);
    }

    private static ListingFacts facts(Kind listed, Judged judged) {
        return listed == Kind.OFFERS ? judged.pair().offer() : judged.pair().demand();
    }
}
