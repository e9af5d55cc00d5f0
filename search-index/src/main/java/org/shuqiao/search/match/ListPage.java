package org.shuqiao.search.match;

import java.util.ArrayList;
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
import org.shuqiao.search.index.Delivered;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Shown;
import org.shuqiao.search.match.ElasticExhibits.Exhibit;

/** A list being put into words: what this costs is spent on what is shown. */
final class ListPage {
    private final Subject subject;
    private final ShortList list;
    private final Map<String, Exhibit> shown;
    private final Reader reader;
    private final Scoring scoring;
    private final SharedConcepts shared;
    private final NeedReasons needs;
    private final Wording wording;
    private final TellingWords words;
    private final TellingTexts ofSubject;

    ListPage(
            Subject subject,
            ShortList list,
            Map<String, Exhibit> shown,
            Reader reader,
            Scoring scoring,
            SharedConcepts shared,
            NeedReasons needs) {
        this.subject = subject;
        this.list = list;
        this.shown = shown;
        this.reader = reader;
        this.scoring = scoring;
        this.shared = shared;
        this.needs = needs;
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
        Scoring.Findings findings = scoring.findings(pair);
        Scoring.Reasons reasons = scoring.reasons(findings, wording);
        List<String> common = words.of(list.id(pair));
        boolean offers = list.kind() == Kind.OFFERS;
        TellingTexts counterpart = shared.texts(exhibit.texts(), offers ? pair.offer() : pair.demand(), reader);
        TellingTexts demand = offers ? ofSubject : counterpart;
        TellingTexts offer = offers ? counterpart : ofSubject;
        List<SharedConceptView> concepts = shared.of(pair, demand, offer, reader);
        List<String> work = work(pair, offerSide(exhibit.shown()));
        // all of a concept is told once, to the side that asks; the other side's reason has its labels
        List<ReasonView> buyer = new ArrayList<>(told(reasons.buyer(), common, concepts, work, offers));
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
                new MatchView.Reasons(buyer, told(reasons.provider(), common, concepts, work, !offers)),
                position(one),
                alike(one),
                missing(findings));
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

    private @Nullable MissingView missing(Scoring.Findings findings) {
        Scoring.MissingFacts missing = scoring.missing(findings);
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

    /** The rules know neither texts nor labels: what is to be read of them comes here. */
    private static List<ReasonView> told(
            List<ReasonView> reasons,
            List<String> words,
            List<SharedConceptView> concepts,
            List<String> work,
            boolean withConcepts) {
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
                            ? with(reason, SharedConcepts.labels(concepts), withConcepts ? concepts : null)
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
