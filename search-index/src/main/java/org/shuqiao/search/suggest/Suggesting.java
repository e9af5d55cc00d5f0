package org.shuqiao.search.suggest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.SuggestionsView;
import org.shuqiao.contracts.search.SuggestionsView.SuggestionView;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.concept.NamedConcept;
import org.shuqiao.search.concept.ReaderLanguage;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Suggests how to go on typing. */
@Component
class Suggesting {
    private final LivingThesaurus thesaurus;
    private final ElasticBeginnings beginnings;

    Suggesting(LivingThesaurus thesaurus, ElasticBeginnings beginnings) {
        this.thesaurus = thesaurus;
        this.beginnings = beginnings;
    }

    /**
     * Concepts, then titles, then providers; of each at least a share of what may be shown, where there is so much.
     *
     * @param accepted the language labels are read in, where the reader says it
     */
    Mono<SuggestionsView> suggest(Typed typed, @Nullable String accepted) {
        if (!typed.saysSomething()) {
            return Mono.just(new SuggestionsView(List.of()));
        }
        // the labels of a language are sorted when it is first typed in
        Mono<List<SuggestionView>> concepts =
                Mono.fromCallable(() -> concepts(typed, accepted)).subscribeOn(Schedulers.boundedElastic());
        return Mono.zip(concepts, beginnings.titles(typed), beginnings.providers(typed))
                .map(found -> new SuggestionsView(shared(typed.limit(), found.getT1(), found.getT2(), found.getT3())));
    }

    private List<SuggestionView> concepts(Typed typed, @Nullable String accepted) {
        List<SuggestionView> concepts = new ArrayList<>();
        for (NamedConcept named :
                thesaurus.vocabulary().beginning(typed.text(), typed.languages(accepted), typed.limit())) {
            String reader = ReaderLanguage.or(accepted, named.language());
            concepts.add(new SuggestionView(
                    SuggestionsView.Kind.concept,
                    named.label(),
                    named.language(),
                    named.concept(),
                    thesaurus.vocabulary().label(named.concept(), reader),
                    null));
        }
        return concepts;
    }

    /** Half for concepts, of the rest the greater half for titles; what one kind does not need the others have. */
    private static List<SuggestionView> shared(
            int limit, List<SuggestionView> concepts, List<SuggestionView> titles, List<SuggestionView> providers) {
        int rest = limit / 2;
        int ofProviders = Math.min(providers.size(), Math.max(rest / 2, limit - concepts.size() - titles.size()));
        int ofTitles = Math.min(titles.size(), Math.max(rest - ofProviders, limit - concepts.size() - ofProviders));
        int ofConcepts = Math.min(concepts.size(), limit - ofTitles - ofProviders);
        List<SuggestionView> shared = new ArrayList<>(concepts.subList(0, ofConcepts));
        shared.addAll(titles.subList(0, ofTitles));
        shared.addAll(providers.subList(0, ofProviders));
        return shared;
    }
}
