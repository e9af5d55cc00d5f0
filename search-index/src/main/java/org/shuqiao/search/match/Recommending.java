package org.shuqiao.search.match;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shuqiao.contracts.search.ExcludedView;
import org.shuqiao.contracts.search.MatchView;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.search.concept.Interpreting;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Shown;
import org.shuqiao.search.match.ElasticExhibits.Exhibit;
import org.shuqiao.search.text.TieBreak;
import org.shuqiao.thesaurus.ConceptVector;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The short list of a demand or an offer: candidates from the index, judged from both sides, what a must-have excludes
 * set apart, best first. The same input on the same index gives the same list.
 */
@Component
public class Recommending {
    /**
     * Half of it is the BM25 score, per word searched for, at which texts count as half similar. BM25 gives a word
     * about its idf, 2 to 6 for words that tell something; so about one such word in eight, found in two fields.
     */
    private static final double PIVOT_PER_WORD = 2.5;

    private final ElasticCandidates candidates;
    private final ElasticExhibits exhibits;
    private final Scoring scoring;
    private final Interpreting interpreting;
    private final ConceptLabels labels;
    private final MatchSettings settings;
    private final Clock clock;

    Recommending(
            ElasticCandidates candidates,
            ElasticExhibits exhibits,
            Scoring scoring,
            Interpreting interpreting,
            ConceptLabels labels,
            MatchSettings settings,
            Clock clock) {
        this.candidates = candidates;
        this.exhibits = exhibits;
        this.scoring = scoring;
        this.interpreting = interpreting;
        this.labels = labels;
        this.settings = settings;
        this.clock = clock;
    }

    /** The offer or demand; empty when there is none of this id, or it is not published. */
    Mono<Subject> subject(Kind kind, UUID id) {
        return candidates
                .subject(kind, id.toString())
                .filter(subject -> subject.facts().validAt(clock.instant()));
    }

    /** The {@code limit} best offers for a demand; empty when the demand is unknown or not published. */
    public Mono<MatchesView> offersFor(UUID demand, int limit, String generation) {
        return subject(Kind.DEMANDS, demand).flatMap(subject -> counterparts(subject, limit, generation));
    }

    /** The {@code limit} best demands for an offer; empty when the offer is unknown or not published. */
    public Mono<MatchesView> demandsFor(UUID offer, int limit, String generation) {
        return subject(Kind.OFFERS, offer).flatMap(subject -> counterparts(subject, limit, generation));
    }

    Mono<MatchesView> counterparts(Subject subject, int limit, String generation) {
        Instant now = clock.instant();
        return query(subject, generation, now)
                .flatMap(query -> candidates
                        .candidates(subject, query, limit)
                        .map(found -> judged(subject, found, query.count(), limit, now)))
                .flatMap(judged -> exhibits.of(subject, judged.shownIds(settings.excludedShown()))
                        .map(shown -> view(subject, judged, shown, generation)));
    }

    /** Those of {@code ids} that would be in the subject's list, excluded ones left out, with their scores. */
    Mono<Map<String, Double>> scores(Subject subject, Collection<String> ids, String generation) {
        Instant now = clock.instant();
        return query(subject, generation, now)
                .flatMap(query -> candidates.among(subject, query, ids).map(found -> {
                    ShortList list = judged(subject, found, query.count(), found.size(), now);
                    Map<String, Double> scores = new LinkedHashMap<>();
                    list.best()
                            .forEach(one ->
                                    scores.put(list.id(one.pair()), one.scores().both()));
                    return scores;
                }));
    }

    /** The same by another ranking. */
    public Recommending with(Ranking other) {
        return new Recommending(candidates, exhibits, new Scoring(other), interpreting, labels, settings, clock);
    }

    /**
     * What the rules find in a demand and each of the candidates for a list of {@code limit}, best first; but for those that
     * a must-have excludes.
     */
    public Mono<List<Observed>> observed(UUID demand, int limit, String generation) {
        Instant now = clock.instant();
        return subject(Kind.DEMANDS, demand)
                .flatMap(subject -> query(subject, generation, now)
                        .flatMap(query -> candidates
                                .candidates(subject, query, limit)
                                .map(found -> judged(subject, found, query.count(), found.size(), now)))
                        .map(list -> list.best().stream()
                                .map(one -> Observed.of(one.pair()))
                                .toList()));
    }

    private Mono<ElasticSubjectQuery> query(Subject subject, String generation, Instant now) {
        return candidates
                .size(subject, generation)
                .map(size -> new ElasticSubjectQuery(
                        subject,
                        // what counts for nobody brings no candidates
                        interpreting.aspects(
                                scoring.counts(MatchPolicy.CONCEPTS_SHARED)
                                        ? subject.facts().about()
                                        : ConceptVector.NONE),
                        scoring::counts,
                        settings.words(),
                        now,
                        size));
    }

    String rankingVersion() {
        return scoring.version();
    }

    /** A pair with its scores and its must-haves. */
    private record Judged(Pair pair, Scoring.Scores scores, List<MustHaves.Judged> mustHaves, long tie) {
        static final Comparator<Judged> BEST_FIRST = Comparator.comparingDouble(
                        (Judged j) -> j.scores().both())
                .reversed()
                .thenComparingInt(j -> MustHaves.open(j.mustHaves()))
                .thenComparingLong(Judged::tie);
    }

    private record ShortList(Kind kind, List<Judged> best, List<Judged> excluded) {
        List<String> shownIds(int excludedShown) {
            List<String> ids = new ArrayList<>();
            best.forEach(one -> ids.add(id(one.pair())));
            excluded.stream().limit(excludedShown).forEach(one -> ids.add(id(one.pair())));
            return ids;
        }

        String id(Pair pair) {
            return kind == Kind.OFFERS ? pair.offer().id() : pair.demand().id();
        }
    }

    private ShortList judged(Subject subject, List<Candidate> found, int words, int limit, Instant now) {
        double pivot = Math.max(2, PIVOT_PER_WORD * words);
        ConceptVector.Compared about = subject.facts().about().compared();
        List<Judged> in = new ArrayList<>();
        List<Judged> out = new ArrayList<>();
        for (Candidate candidate : found) {
            double similarity = candidate.score() / (candidate.score() + pivot);
            double nearness = about.nearness(candidate.facts().about());
            Pair pair = pair(subject.facts(), candidate, similarity, nearness, now);
            List<MustHaves.Judged> mustHaves = MustHaves.of(pair);
            long tie = TieBreak.of(pair.demand().id(), pair.offer().id());
            Judged judged = new Judged(pair, scoring.scores(pair), mustHaves, tie);
            (MustHaves.excludes(mustHaves) ? out : in).add(judged);
        }
        in.sort(Judged.BEST_FIRST);
        out.sort(Judged.BEST_FIRST);
        return new ShortList(subject.counterpart(), in.subList(0, Math.min(limit, in.size())), out);
    }

    private static Pair pair(
            ListingFacts subject, Candidate candidate, double similarity, double nearness, Instant now) {
        return subject instanceof DemandFacts demand
                ? new Pair(demand, (OfferFacts) candidate.facts(), similarity, nearness, now)
                : new Pair((DemandFacts) candidate.facts(), (OfferFacts) subject, similarity, nearness, now);
    }

    private MatchesView view(Subject subject, ShortList list, Map<String, Exhibit> shown, String generation) {
        TellingWords words = new TellingWords(subject, shown);
        List<MatchView> matches = new ArrayList<>();
        for (Judged one : list.best()) {
            String id = list.id(one.pair());
            Exhibit exhibit = shown.get(id);
            if (exhibit != null) {
                matches.add(match(subject, one, exhibit.shown(), words.of(id)));
            }
        }
        List<ExcludedView> excluded = new ArrayList<>();
        for (Judged one : list.excluded()) {
            Exhibit exhibit = shown.get(list.id(one.pair()));
            if (exhibit != null) {
                excluded.add(excluded(subject, one, exhibit.shown()));
            }
        }
        return new MatchesView(
                UUID.fromString(subject.id()),
                scoring.version(),
                generation,
                matches,
                excluded,
                list.excluded().size());
    }

    private MatchView match(Subject subject, Judged one, Shown shown, List<String> words) {
        Pair pair = one.pair();
        Scoring.Reasons reasons = scoring.reasons(pair);
        List<String> concepts = labels.of(pair);
        List<ReasonView> buyer = new ArrayList<>(told(reasons.buyer(), words, concepts));
        one.mustHaves().forEach(mustHave -> buyer.add(mustHave.reason()));
        return new MatchView(
                pair.offerId(),
                pair.demandId(),
                UUID.fromString(pair.offer().provider()),
                offerSide(subject, shown).name(),
                UUID.fromString(pair.demand().buyer()),
                demandSide(subject, shown).name(),
                shown.title(),
                one.scores().both(),
                one.scores().buyer(),
                one.scores().provider(),
                new MatchView.Reasons(buyer, told(reasons.provider(), words, concepts)));
    }

    private static ExcludedView excluded(Subject subject, Judged one, Shown shown) {
        Pair pair = one.pair();
        return new ExcludedView(
                pair.offerId(),
                pair.demandId(),
                UUID.fromString(pair.offer().provider()),
                offerSide(subject, shown).name(),
                shown.title(),
                one.mustHaves().stream()
                        .filter(mustHave -> mustHave.state() == State.unmet)
                        .map(MustHaves.Judged::reason)
                        .toList());
    }

    /** The rules know neither texts nor labels: what is to be read of them comes here. */
    private static List<ReasonView> told(List<ReasonView> reasons, List<String> words, List<String> concepts) {
        return reasons.stream()
                .map(reason -> {
                    if (reason.feature().equals(MatchPolicy.TEXT_SIMILARITY.feature())
                            || reason.feature().equals(MatchPolicy.TERMS_SHARED.feature())) {
                        return withDetails(reason, words);
                    }
                    return reason.feature().equals(MatchPolicy.CONCEPTS_SHARED.feature())
                            ? withDetails(reason, concepts)
                            : reason;
                })
                .toList();
    }

    private static ReasonView withDetails(ReasonView reason, List<String> details) {
        return new ReasonView(reason.feature(), reason.value(), reason.state(), reason.message(), details);
    }

    private static Shown offerSide(Subject subject, Shown counterpart) {
        return subject.kind() == Kind.OFFERS ? subject.shown() : counterpart;
    }

    private static Shown demandSide(Subject subject, Shown counterpart) {
        return subject.kind() == Kind.DEMANDS ? subject.shown() : counterpart;
    }
}
