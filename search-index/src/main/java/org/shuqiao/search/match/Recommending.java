package org.shuqiao.search.match;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.ExcludedView;
import org.shuqiao.contracts.search.MatchView;
import org.shuqiao.contracts.search.MatchView.AlikeView;
import org.shuqiao.contracts.search.MatchView.MissingFactView;
import org.shuqiao.contracts.search.MatchView.MissingView;
import org.shuqiao.contracts.search.MatchView.PositionView;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.contracts.search.ReasonView.SharedConceptView;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.search.concept.Interpreting;
import org.shuqiao.search.exchange.ExchangeRates;
import org.shuqiao.search.exchange.LivingRates;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.search.index.Delivered;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Shown;
import org.shuqiao.search.match.ElasticExhibits.Exhibit;
import org.shuqiao.search.text.TieBreak;
import org.shuqiao.thesaurus.ConceptVector;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The short list of a demand or an offer: candidates from the index, judged from both sides, what a must-have excludes
 * set apart, arranged. The same input on the same index gives the same list.
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
    private final Arranging arranging;
    private final SharedConcepts shared;
    private final CoveringNeeds covering;
    private final LivingRates rates;
    private final NeedReasons needs;
    private final MatchSettings settings;
    private final Clock clock;

    Recommending(
            ElasticCandidates candidates,
            ElasticExhibits exhibits,
            Scoring scoring,
            Interpreting interpreting,
            Arranging arranging,
            SharedConcepts shared,
            CoveringNeeds covering,
            LivingRates rates,
            NeedReasons needs,
            MatchSettings settings,
            Clock clock) {
        this.candidates = candidates;
        this.exhibits = exhibits;
        this.scoring = scoring;
        this.interpreting = interpreting;
        this.arranging = arranging;
        this.shared = shared;
        this.covering = covering;
        this.rates = rates;
        this.needs = needs;
        this.settings = settings;
        this.clock = clock;
        // the words are read from files, which no request may do
        Wording.english();
    }

    /** The offer or demand; empty when there is none of this id, or it is not published. */
    Mono<Subject> subject(Kind kind, UUID id) {
        return candidates
                .subject(kind, id.toString())
                .filter(subject -> subject.facts().validAt(clock.instant()));
    }

    /** The buyer of a demand; empty when the demand is unknown or not published. */
    public Mono<UUID> buyerOf(UUID demand) {
        return subject(Kind.DEMANDS, demand)
                .map(subject -> UUID.fromString(subject.facts().organization()));
    }

    /** The {@code limit} best offers for a demand, in English; empty when the demand is unknown or not published. */
    public Mono<MatchesView> offersFor(UUID demand, int limit, String generation) {
        return subject(Kind.DEMANDS, demand)
                .flatMap(subject -> counterparts(subject, limit, generation, Reader.ENGLISH));
    }

    /** The {@code limit} best demands for an offer, in English; empty when the offer is unknown or not published. */
    public Mono<MatchesView> demandsFor(UUID offer, int limit, String generation) {
        return subject(Kind.OFFERS, offer).flatMap(subject -> counterparts(subject, limit, generation, Reader.ENGLISH));
    }

    Mono<MatchesView> counterparts(Subject subject, int limit, String generation, Reader reader) {
        Instant now = clock.instant();
        return query(subject, generation, now)
                .flatMap(query -> candidates
                        .candidates(subject, query, limit)
                        .map(found -> shortList(
                                subject,
                                judged(subject.facts(), found, query.count(), rates.current(), now),
                                limit,
                                now)))
                .flatMap(judged -> exhibits.of(subject, judged.shownIds(settings.excludedShown()))
                        .map(shown -> new Page(subject, judged, shown, reader).view(generation)));
    }

    /**
     * The short list of a demand with all it was judged from, worded in every language reasons are worded in; empty when the
     * demand is unknown or not published.
     */
    public Mono<FrozenList> frozen(UUID demand, int limit, String generation) {
        Instant now = clock.instant();
        return subject(Kind.DEMANDS, demand)
                .flatMap(subject -> query(subject, generation, now)
                        .flatMap(query -> candidates
                                .candidates(subject, query, limit)
                                .flatMap(found -> frozen(subject, found, query.count(), limit, generation, now))));
    }

    private Mono<FrozenList> frozen(
            Subject subject, List<Candidate> found, int words, int limit, String generation, Instant now) {
        ExchangeRates then = rates.current();
        ShortList list = shortList(subject, judged(subject.facts(), found, words, then, now), limit, now);
        ListRecord kept = new ListRecord(
                now,
                words,
                then,
                scoring.ranking(),
                arranging.settings(),
                (DemandFacts) subject.facts(),
                found.stream()
                        .map(one -> considered((DemandFacts) subject.facts(), one))
                        .toList(),
                list.best().stream().map(ListRecord.Entry::of).toList());
        return exhibits.of(subject, list.shownIds(settings.excludedShown())).map(shown -> {
            Map<String, MatchesView> views = new LinkedHashMap<>();
            for (String language : Wording.LANGUAGES) {
                Reader reader = new Reader(Wording.in(language), language);
                views.put(language, new Page(subject, list, shown, reader).view(generation));
            }
            return new FrozenList(subject.version(), kept, views);
        });
    }

    private ListRecord.Considered considered(DemandFacts demand, Candidate candidate) {
        OfferFacts offer = (OfferFacts) candidate.facts();
        return new ListRecord.Considered(
                candidate.score(), covering.of(demand.asked(), offer.said().concepts()), offer);
    }

    /** The list that comes of judging once more what {@code kept} was judged from, by its ranking and settings. */
    public List<ListRecord.Entry> again(ListRecord kept) {
        Recommending then = with(kept.ranking(), kept.arranging());
        List<Candidate> found = kept.candidates().stream()
                .map(one -> new Candidate(one.offer(), one.score(), one.coverage()))
                .toList();
        AllJudged judged = then.judged(kept.demand(), found, kept.words(), kept.rates(), kept.judgedAt());
        return then.arranging.arranged(Kind.OFFERS, judged.eligible(), kept.judgedAt()).stream()
                .limit(kept.entries().size())
                .map(ListRecord.Entry::of)
                .toList();
    }

    /** Those of {@code ids} that would be in the subject's list, excluded ones left out, with their scores. */
    Mono<Map<String, Double>> scores(Subject subject, Collection<String> ids, String generation) {
        Instant now = clock.instant();
        return query(subject, generation, now)
                .flatMap(query -> candidates.among(subject, query, ids).map(found -> {
                    Map<String, Double> scores = new LinkedHashMap<>();
                    judged(subject.facts(), found, query.count(), rates.current(), now)
                            .eligible()
                            .forEach(one -> scores.put(
                                    id(subject.counterpart(), one.pair()),
                                    one.scores().both()));
                    return scores;
                }));
    }

    /** The same by another ranking. */
    public Recommending with(Ranking other) {
        return with(other, arranging.settings());
    }

    private Recommending with(Ranking other, ArrangingSettings otherSettings) {
        Scoring otherScoring = new Scoring(other);
        return new Recommending(
                candidates,
                exhibits,
                otherScoring,
                interpreting,
                new Arranging(otherScoring, otherSettings),
                shared,
                covering,
                rates,
                needs,
                settings,
                clock);
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
                                .map(found -> judged(subject.facts(), found, query.count(), rates.current(), now)))
                        .map(all -> all.eligible().stream()
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

    private record ShortList(Kind kind, List<Placed> best, List<Judged> excluded) {
        List<String> shownIds(int excludedShown) {
            List<String> ids = new ArrayList<>();
            best.forEach(one -> ids.add(id(one.judged().pair())));
            excluded.stream().limit(excludedShown).forEach(one -> ids.add(id(one.pair())));
            return ids;
        }

        String id(Pair pair) {
            return Recommending.id(kind, pair);
        }
    }

    private static String id(Kind counterpart, Pair pair) {
        return counterpart == Kind.OFFERS ? pair.offer().id() : pair.demand().id();
    }

    /** All candidates, each list best first. */
    private record AllJudged(List<Judged> eligible, List<Judged> excluded) {}

    private ShortList shortList(Subject subject, AllJudged judged, int limit, Instant now) {
        List<Placed> arranged = arranging.arranged(subject.counterpart(), judged.eligible(), now);
        return new ShortList(
                subject.counterpart(), arranged.subList(0, Math.min(limit, arranged.size())), judged.excluded());
    }

    private AllJudged judged(
            ListingFacts subject, List<Candidate> found, int words, ExchangeRates exchange, Instant now) {
        double pivot = Math.max(2, PIVOT_PER_WORD * words);
        ConceptVector.Compared about = subject.about().compared();
        WordWeights weights = new WordWeights(subject, found);
        List<Judged> in = new ArrayList<>();
        List<Judged> out = new ArrayList<>();
        for (Candidate candidate : found) {
            double similarity = candidate.score() / (candidate.score() + pivot);
            double nearness = about.nearness(candidate.facts().about());
            Pair pair = pair(subject, candidate, similarity, nearness, weights, about, exchange, now);
            List<MustHaves.Judged> mustHaves = MustHaves.of(pair);
            long tie = TieBreak.of(pair.demand().id(), pair.offer().id());
            Judged judged = new Judged(pair, scoring.scores(pair), mustHaves, tie);
            (MustHaves.excludes(mustHaves) ? out : in).add(judged);
        }
        in.sort(Judged.BEST_FIRST);
        out.sort(Judged.BEST_FIRST);
        return new AllJudged(in, out);
    }

    private Pair pair(
            ListingFacts subject,
            Candidate candidate,
            double similarity,
            double nearness,
            WordWeights weights,
            ConceptVector.Compared about,
            ExchangeRates exchange,
            Instant now) {
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
                        now);
        return new Pair(demand, offer, similarity, nearness, coverage, work, exchange, now);
    }

    /** A list being put into words: what this costs is spent on what is shown. */
    private final class Page {
        private final Subject subject;
        private final ShortList list;
        private final Map<String, Exhibit> shown;
        private final Reader reader;
        private final Wording wording;
        private final TellingWords words;
        private final TellingTexts ofSubject;

        Page(Subject subject, ShortList list, Map<String, Exhibit> shown, Reader reader) {
            this.subject = subject;
            this.list = list;
            this.shown = shown;
            this.reader = reader;
            this.wording = reader.wording();
            this.words = new TellingWords(subject, shown);
            this.ofSubject = shared.texts(subject.texts().text(), subject.facts(), reader);
        }

        MatchesView view(String generation) {
            List<MatchView> matches = new ArrayList<>();
            for (Placed one : list.best()) {
                Exhibit exhibit = shown.get(list.id(one.judged().pair()));
                if (exhibit != null) {
                    matches.add(match(one, exhibit));
                }
            }
            List<ExcludedView> excluded = new ArrayList<>();
            for (Judged one : list.excluded()) {
                Exhibit exhibit = shown.get(list.id(one.pair()));
                if (exhibit != null) {
                    excluded.add(excluded(one, exhibit.shown()));
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

        private MatchView match(Placed one, Exhibit exhibit) {
            Pair pair = one.judged().pair();
            Scoring.Reasons reasons = scoring.reasons(pair, wording);
            List<String> common = words.of(list.id(pair));
            boolean offers = list.kind() == Kind.OFFERS;
            TellingTexts counterpart = shared.texts(exhibit.texts(), offers ? pair.offer() : pair.demand(), reader);
            TellingTexts demand = offers ? ofSubject : counterpart;
            TellingTexts offer = offers ? counterpart : ofSubject;
            List<SharedConceptView> concepts = shared.of(pair, demand, offer, reader);
            List<String> work = work(pair, offerSide(exhibit.shown()));
            List<ReasonView> buyer = new ArrayList<>(told(reasons.buyer(), common, concepts, work));
            one.judged().mustHaves().forEach(mustHave -> buyer.add(mustHave.reason(wording)));
            MustHaves.wishes(pair).forEach(wish -> buyer.add(wish.reason(wording)));
            buyer.addAll(needs.of(pair, demand, offer, reader));
            return new MatchView(
                    pair.offerId(),
                    pair.demandId(),
                    UUID.fromString(pair.offer().provider()),
                    offerSide(exhibit.shown()).name(),
                    UUID.fromString(pair.demand().buyer()),
                    demandSide(exhibit.shown()).name(),
                    exhibit.shown().title(),
                    one.judged().scores().both(),
                    one.judged().scores().buyer(),
                    one.judged().scores().provider(),
                    new MatchView.Reasons(buyer, told(reasons.provider(), common, concepts, work)),
                    position(one),
                    alike(one),
                    missing(pair));
        }

        private ExcludedView excluded(Judged one, Shown exhibit) {
            Pair pair = one.pair();
            return new ExcludedView(
                    pair.offerId(),
                    pair.demandId(),
                    UUID.fromString(pair.offer().provider()),
                    offerSide(exhibit).name(),
                    exhibit.title(),
                    one.mustHaves().stream()
                            .filter(mustHave -> mustHave.state() == State.unmet)
                            .map(mustHave -> mustHave.reason(wording))
                            .toList());
        }

        /** Title, buyer and year of the works that count most. */
        private List<String> work(Pair pair, Shown offer) {
            List<String> told = new ArrayList<>();
            for (int at : pair.work().best()) {
                // the index may have changed since the facts were read
                if (at < offer.delivered().size()) {
                    Delivered one = offer.delivered().get(at);
                    String more = Stream.of(
                                    one.buyer(),
                                    one.date() == null
                                            ? null
                                            : Integer.toString(one.date().getYear()))
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", "));
                    told.add(more.isEmpty() ? one.title() : one.title() + " (" + more + ")");
                }
            }
            return told;
        }

        private @Nullable PositionView position(Placed one) {
            PositionView.Reason moved = one.moved();
            if (moved == null) {
                return null;
            }
            Sentence sentence =
                    switch (moved) {
                        case newProvider -> Sentence.NEW_PROVIDER;
                        case sameProvider -> Sentence.SAME_PROVIDER;
                    };
            return new PositionView(moved, one.byScore(), wording.say(sentence, Integer.toString(one.byScore())));
        }

        private @Nullable AlikeView alike(Placed one) {
            List<UUID> ids = one.alike().stream()
                    .map(other -> UUID.fromString(list.id(other.pair())))
                    .toList();
            return ids.isEmpty() ? null : new AlikeView(ids.size(), ids);
        }

        private @Nullable MissingView missing(Pair pair) {
            Scoring.MissingFacts missing = scoring.missing(pair);
            return missing.buyer() == null && missing.provider() == null
                    ? null
                    : new MissingView(missing(missing.buyer()), missing(missing.provider()));
        }

        private @Nullable MissingFactView missing(Scoring.@Nullable Missing missing) {
            return missing == null
                    ? null
                    : new MissingFactView(
                            missing.rule().feature(),
                            missing.by(),
                            missing.gain(),
                            missing.finding().message().apply(wording));
        }

        private Shown offerSide(Shown counterpart) {
            return subject.kind() == Kind.OFFERS ? subject.shown() : counterpart;
        }

        private Shown demandSide(Shown counterpart) {
            return subject.kind() == Kind.DEMANDS ? subject.shown() : counterpart;
        }
    }

    /** The rules know neither texts nor labels: what is to be read of them comes here. */
    private static List<ReasonView> told(
            List<ReasonView> reasons, List<String> words, List<SharedConceptView> concepts, List<String> work) {
        return reasons.stream()
                .map(reason -> {
                    if (reason.feature().equals(MatchPolicy.TEXT_SIMILARITY.feature())
                            || reason.feature().equals(MatchPolicy.TERMS_SHARED.feature())) {
                        return with(reason, words, null);
                    }
                    if (reason.feature().equals(MatchPolicy.SIMILAR_WORK.feature())) {
                        return with(reason, work, null);
                    }
                    return reason.feature().equals(MatchPolicy.CONCEPTS_SHARED.feature())
                            ? with(reason, SharedConcepts.labels(concepts), concepts)
                            : reason;
                })
                .toList();
    }

    private static ReasonView with(
            ReasonView reason, List<String> details, @Nullable List<SharedConceptView> concepts) {
        return new ReasonView(
                reason.feature(), reason.value(), reason.state(), reason.message(), details, reason.need(), concepts);
    }
}
