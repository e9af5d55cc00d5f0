package org.shuqiao.search.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.place.KeptZones;
import org.shuqiao.search.place.Place;
import org.shuqiao.thesaurus.ConceptVector;
import org.springframework.stereotype.Component;

/**
 * Judges candidates from both sides, sets apart what a must-have excludes, and arranges the rest. What is judged depends on
 * the question, the candidates, the weights and the settings only: from a record of these the same comes out again.
 */
@Component
class Judging {
    /**
     * Half of it is the BM25 score, per word searched for, at which texts count as half similar. BM25 gives a word
     * about its idf, 2 to 6 for words that tell something; so about one such word in eight, found in two fields.
     */
    private static final double PIVOT_PER_WORD = 2.5;

    private final Scoring scoring;
    private final Arranging arranging;
    private final CoveringNeeds covering;

    Judging(Scoring scoring, Arranging arranging, CoveringNeeds covering) {
        this.scoring = scoring;
        this.arranging = arranging;
        this.covering = covering;
    }

    Scoring scoring() {
        return scoring;
    }

    /** The same by other weights. */
    Judging with(Ranking other) {
        return with(other, arranging.settings());
    }

    private Judging with(Ranking other, ArrangingSettings settings) {
        Scoring otherScoring = new Scoring(other);
        return new Judging(otherScoring, new Arranging(otherScoring, settings), covering);
    }

    /** The {@code limit} best in their places. */
    ShortList shortList(Kind listed, Judgement judgement, int limit, Instant now) {
        List<Placed> arranged = arranging.arranged(listed, judgement.eligible(), now);
        return new ShortList(listed, arranged.subList(0, Math.min(limit, arranged.size())), judgement.excluded());
    }

    /** What a list of a demand was judged from, and what came out. */
    ListRecord kept(Question question, List<Candidate> found, ShortList list) {
        DemandFacts demand = (DemandFacts) question.subject();
        return new ListRecord(
                question.now(),
                question.words(),
                question.rates(),
                KeptZones.of(question.zones(), places(demand, found)),
                scoring.ranking(),
                arranging.settings(),
                demand,
                found.stream().map(one -> considered(demand, one)).toList(),
                list.best().stream().map(ListRecord.Entry::of).toList());
    }

    private static Set<Place> places(DemandFacts demand, List<Candidate> found) {
        Set<Place> places = new LinkedHashSet<>(Set.of(demand.where()));
        found.forEach(one -> places.add(one.facts().party().where()));
        return places;
    }

    private ListRecord.Considered considered(DemandFacts demand, Candidate candidate) {
        OfferFacts offer = (OfferFacts) candidate.facts();
        return new ListRecord.Considered(
                candidate.score(), covering.of(demand.asked(), offer.said().concepts()), offer);
    }

    /** The list that comes of judging once more what {@code kept} was judged from, by its ranking and settings. */
    List<ListRecord.Entry> again(ListRecord kept) {
        List<Candidate> found = kept.candidates().stream()
                .map(one -> new Candidate(one.offer(), one.score(), one.coverage()))
                .toList();
        Judging then = with(kept.ranking(), kept.arranging());
        Judgement judgement = then.judge(
                new Question(kept.demand(), kept.words(), kept.rates(), kept.zones(), kept.judgedAt()), found);
        return then.shortList(Kind.OFFERS, judgement, kept.entries().size(), kept.judgedAt()).best().stream()
                .map(ListRecord.Entry::of)
                .toList();
    }

    Judgement judge(Question question, List<Candidate> found) {
        ListingFacts subject = question.subject();
        double pivot = Math.max(2, PIVOT_PER_WORD * question.words());
        ConceptVector.Compared about = subject.about().compared();
        WordWeights weights = new WordWeights(subject, found);
        List<Judged> in = new ArrayList<>();
        List<Judged> out = new ArrayList<>();
        for (Candidate candidate : found) {
            double similarity = candidate.score() / (candidate.score() + pivot);
            double nearness = about.nearness(candidate.facts().about());
            Pair pair = pair(question, candidate, similarity, nearness, weights, about);
            List<MustHaves.Judged> mustHaves = MustHaves.of(pair);
            Judged judged = new Judged(pair, scoring.scores(pair), mustHaves);
            (MustHaves.excludes(mustHaves) ? out : in).add(judged);
        }
        in.sort(Judged.BEST_FIRST);
        out.sort(Judged.BEST_FIRST);
        return new Judgement(in, out);
    }

    private Pair pair(
            Question question,
            Candidate candidate,
            double similarity,
            double nearness,
            WordWeights weights,
            ConceptVector.Compared about) {
        ListingFacts subject = question.subject();
        boolean forDemand = subject instanceof DemandFacts;
        DemandFacts demand = (DemandFacts) (forDemand ? subject : candidate.facts());
        OfferFacts offer = (OfferFacts) (forDemand ? candidate.facts() : subject);
        Coverage known = candidate.coverage();
        Coverage coverage =
                known == null ? covering.of(demand.asked(), offer.said().concepts()) : known;
        SimilarWork work = offer.party().works().all().isEmpty()
                ? SimilarWork.NONE
                : SimilarWork.of(
                        demand,
                        offer,
                        weights,
                        forDemand ? about : demand.about().compared(),
                        question.now());
        return new Pair(
                demand,
                offer,
                similarity,
                nearness,
                coverage,
                work,
                question.rates(),
                question.zones(),
                question.now());
    }
}
