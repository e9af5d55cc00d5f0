package org.shuqiao.search.match;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.search.concept.Interpreting;
import org.shuqiao.search.exchange.LivingRates;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.match.ElasticExhibits.Exhibit;
import org.shuqiao.search.place.TimeZones;
import org.shuqiao.thesaurus.ConceptVector;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The short list of a demand or an offer: candidates from the index, judged from both sides, what a must-have excludes
 * set apart, arranged. The same input on the same index gives the same list.
 */
@Component
public class Recommending {
    private final ElasticCandidates candidates;
    private final ElasticExhibits exhibits;
    private final Judging judging;
    private final Interpreting interpreting;
    private final SharedConcepts shared;
    private final NeedReasons needs;
    private final LivingRates rates;
    private final TimeZones zones;
    private final MatchSettings settings;
    private final Clock clock;

    Recommending(
            ElasticCandidates candidates,
            ElasticExhibits exhibits,
            Judging judging,
            Interpreting interpreting,
            SharedConcepts shared,
            NeedReasons needs,
            LivingRates rates,
            TimeZones zones,
            MatchSettings settings,
            Clock clock) {
        this.candidates = candidates;
        this.exhibits = exhibits;
        this.judging = judging;
        this.interpreting = interpreting;
        this.shared = shared;
        this.needs = needs;
        this.rates = rates;
        this.zones = zones;
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
        return found(subject, limit, generation).flatMap(found -> {
            ShortList list = shortList(found, limit);
            return exhibits.of(subject, list.shownIds(settings.excludedShown()))
                    .map(shown -> page(subject, list, shown, reader).view(generation));
        });
    }

    /**
     * The short list of a demand with all it was judged from, worded in every language reasons are worded in; empty when the
     * demand is unknown or not published.
     */
    public Mono<FrozenList> frozen(UUID demand, int limit, String generation) {
        return subject(Kind.DEMANDS, demand)
                .flatMap(subject -> found(subject, limit, generation).flatMap(found -> {
                    ShortList list = shortList(found, limit);
                    return exhibits.of(subject, list.shownIds(settings.excludedShown()))
                            .map(shown -> new FrozenList(
                                    subject.version(),
                                    judging.kept(found.question(), found.candidates(), list),
                                    inEachLanguage(subject, list, shown, generation)));
                }));
    }

    private Map<String, MatchesView> inEachLanguage(
            Subject subject, ShortList list, Map<String, Exhibit> shown, String generation) {
        Map<String, MatchesView> views = new LinkedHashMap<>();
        for (String language : Wording.LANGUAGES) {
            Reader reader = new Reader(Wording.in(language), language);
            views.put(language, page(subject, list, shown, reader).view(generation));
        }
        return views;
    }

    /** The list that comes of judging once more what {@code kept} was judged from, by its ranking and settings. */
    public List<ListRecord.Entry> again(ListRecord kept) {
        return judging.again(kept);
    }

    /** Those of {@code ids} that would be in the subject's list, excluded ones left out, with their scores. */
    Mono<Map<String, Double>> scores(Subject subject, Collection<String> ids, String generation) {
        Instant now = clock.instant();
        return query(subject, generation, now)
                .flatMap(query -> candidates.among(subject, query, ids).map(found -> {
                    Map<String, Double> scores = new LinkedHashMap<>();
                    judging.judge(question(subject, query, now), found)
                            .eligible()
                            .forEach(one -> scores.put(
                                    ShortList.id(subject.counterpart(), one.pair()),
                                    one.scores().both()));
                    return scores;
                }));
    }

    /** The same by another ranking. */
    public Recommending with(Ranking other) {
        return new Recommending(
                candidates, exhibits, judging.with(other), interpreting, shared, needs, rates, zones, settings, clock);
    }

    /**
     * What the rules find in a demand and each of the candidates for a list of {@code limit}, best first; but for those that
     * a must-have excludes.
     */
    public Mono<List<Observed>> observed(UUID demand, int limit, String generation) {
        return subject(Kind.DEMANDS, demand)
                .flatMap(subject -> found(subject, limit, generation))
                .map(found -> judging.judge(found.question(), found.candidates()).eligible().stream()
                        .map(one -> Observed.of(one.pair()))
                        .toList());
    }

    /** Candidates with the question they were found for. */
    private record Found(Kind listed, Question question, List<Candidate> candidates) {}

    private Mono<Found> found(Subject subject, int limit, String generation) {
        Instant now = clock.instant();
        return query(subject, generation, now)
                .flatMap(query -> candidates
                        .candidates(subject, query, limit)
                        .map(found -> new Found(subject.counterpart(), question(subject, query, now), found)));
    }

    private Question question(Subject subject, ElasticSubjectQuery query, Instant now) {
        return new Question(subject.facts(), query.count(), rates.current(), zones, now);
    }

    private ShortList shortList(Found found, int limit) {
        Judgement judgement = judging.judge(found.question(), found.candidates());
        return judging.shortList(
                found.listed(), judgement, limit, found.question().now());
    }

    private ListPage page(Subject subject, ShortList list, Map<String, Exhibit> shown, Reader reader) {
        return new ListPage(subject, list, shown, reader, judging.scoring(), shared, needs);
    }

    private Mono<ElasticSubjectQuery> query(Subject subject, String generation, Instant now) {
        return candidates
                .size(subject, generation)
                .map(size -> new ElasticSubjectQuery(
                        subject,
                        // what counts for nobody brings no candidates
                        interpreting.aspects(
                                judging.scoring().counts(MatchPolicy.CONCEPTS_SHARED)
                                        ? subject.facts().about()
                                        : ConceptVector.NONE),
                        judging.scoring()::counts,
                        settings.words(),
                        now,
                        size));
    }

    String rankingVersion() {
        return judging.scoring().version();
    }
}
