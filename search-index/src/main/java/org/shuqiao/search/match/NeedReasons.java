package org.shuqiao.search.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.contracts.search.ReasonView.SharedConceptView;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.contracts.search.ReasonView.WordsView;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.match.Coverage.Needed;
import org.springframework.stereotype.Component;

/** A reason for each concept that a demand's texts need, with the words of both texts that say so. */
@Component
class NeedReasons {
    static final String ESSENTIAL = "essentialInText";
    static final String WISH = "niceToHaveInText";
    static final String UNWANTED = "unwantedInText";

    /** Of those needed alike as many are told one by one, those that count most. */
    private static final int MOST = 8;

    private final LivingThesaurus living;

    NeedReasons(LivingThesaurus living) {
        this.living = living;
    }

    /** How one kind of need is put into words. */
    private record Telling(String feature, Sentence named, Sentence near, Sentence silent) {}

    private static final Telling ESSENTIALS = new Telling(
            ESSENTIAL, Sentence.REQUIRED_IS_NAMED, Sentence.REQUIRED_IS_NEAR, Sentence.REQUIRED_IS_NOT_SAID);
    private static final Telling WISHES =
            new Telling(WISH, Sentence.WISHED_IS_NAMED, Sentence.WISHED_IS_NEAR, Sentence.WISHED_IS_NOT_SAID);

    List<ReasonView> of(Pair pair, TellingTexts demand, TellingTexts offer, Reader reader) {
        List<ReasonView> reasons = new ArrayList<>();
        pair.coverage().essentials().stream()
                .limit(MOST)
                .forEach(need -> reasons.add(reason(ESSENTIALS, need, pair, demand, offer, reader)));
        pair.coverage().wishes().stream()
                .limit(MOST)
                .forEach(need -> reasons.add(reason(WISHES, need, pair, demand, offer, reader)));
        pair.coverage().excluded().stream()
                .limit(MOST)
                .forEach(one -> reasons.add(unwanted(one, pair, demand, offer, reader)));
        return reasons;
    }

    private ReasonView reason(
            Telling telling, Needed need, Pair pair, TellingTexts demand, TellingTexts offer, Reader reader) {
        State state = need.isSilent() ? State.unknown : need.isNamed() ? State.met : State.partly;
        Sentence sentence =
                switch (state) {
                    case met -> telling.named();
                    case partly -> telling.near();
                    case unmet, unknown -> telling.silent();
                };
        return reason(
                telling.feature(),
                need.isSilent() ? null : need.share(),
                state,
                sentence,
                view(need, pair, demand.wordsOf(id(need.concept())), offer, reader),
                reader,
                need);
    }

    private ReasonView unwanted(Needed one, Pair pair, TellingTexts demand, TellingTexts offer, Reader reader) {
        boolean central = NeedRules.isCentral(one.share());
        return reason(
                UNWANTED,
                central ? 0.0 : 1 - one.share(),
                central ? State.unmet : State.partly,
                central ? Sentence.UNWANTED_IS_CENTRAL : Sentence.UNWANTED_IS_NAMED,
                view(one, pair, demand.unwantedWordsOf(id(one.concept())), offer, reader),
                reader,
                one);
    }

    private ReasonView reason(
            String feature,
            @Nullable Double value,
            State state,
            Sentence sentence,
            SharedConceptView view,
            Reader reader,
            Needed need) {
        return new ReasonView(
                feature,
                value,
                state,
                reader.wording().say(sentence, view.label(), label(need.by(), reader.language())),
                SharedConcepts.labels(List.of(view)),
                null,
                List.of(view));
    }

    private SharedConceptView view(
            Needed need, Pair pair, List<WordsView> demandWords, TellingTexts offer, Reader reader) {
        String offered = id(need.by());
        return new SharedConceptView(
                id(need.concept()),
                label(need.concept(), reader.language()),
                label(need.concept(), pair.demand().writtenIn()),
                label(need.by(), pair.offer().writtenIn()),
                demandWords,
                need.isSilent() ? List.of() : offer.wordsOf(offered));
    }

    private String id(int number) {
        return Objects.requireNonNullElse(living.interpreter().id(number), "");
    }

    private String label(int number, @Nullable String language) {
        return living.vocabulary().label(id(number), Objects.requireNonNullElse(language, "en"));
    }
}
