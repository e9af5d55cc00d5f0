package org.shuqiao.search.understand;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.TextToUnderstand;
import org.shuqiao.contracts.search.UnderstandingView;
import org.shuqiao.contracts.search.UnderstandingView.AmountView;
import org.shuqiao.contracts.search.UnderstandingView.ConceptView;
import org.shuqiao.contracts.search.UnderstandingView.DateView;
import org.shuqiao.contracts.search.UnderstandingView.LanguageView;
import org.shuqiao.contracts.search.UnderstandingView.PeriodView;
import org.shuqiao.contracts.search.UnderstandingView.PlaceView;
import org.shuqiao.contracts.search.UnderstandingView.QuantityView;
import org.shuqiao.contracts.search.UnderstandingView.StandardView;
import org.shuqiao.contracts.thesaurus.Correction;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.text.LanguageDetection;
import org.shuqiao.thesaurus.Thesaurus;
import org.shuqiao.understanding.Understanding;
import org.shuqiao.understanding.UnderstandingText;
import org.shuqiao.understanding.need.Need;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Understands a text and words what was found for a reader. */
@Component
class ShowingUnderstanding {
    private final LanguageDetection detection;
    private final UnderstandingText understanding;
    private final LivingThesaurus living;

    ShowingUnderstanding(LanguageDetection detection, UnderstandingText understanding, LivingThesaurus living) {
        this.detection = detection;
        this.understanding = understanding;
        this.living = living;
    }

    /** @param reader the language of the labels; without it that of the text */
    Mono<UnderstandingView> show(TextToUnderstand asked, @Nullable LanguageTag reader) {
        // the first text in a language loads its words, and the detection its models
        return Mono.fromCallable(() -> understood(asked, reader)).subscribeOn(Schedulers.boundedElastic());
    }

    private UnderstandingView understood(TextToUnderstand asked, @Nullable LanguageTag reader) {
        LanguageTag given = asked.language();
        boolean detected = given == null || given.isUndetermined();
        LanguageTag language = given == null || detected ? detection.of(asked.text()) : given;
        Country country = asked.country();
        checkConcepts(asked.corrections());
        Understanding found = understanding.understand(
                asked.text(), language.primary(), country == null ? null : country.value(), asked.corrections());
        return view(found, language, detected, (reader == null ? language : reader).primary());
    }

    private void checkConcepts(List<Correction> corrections) {
        for (int i = 0; i < corrections.size(); i++) {
            String concept = corrections.get(i).concept();
            if (living.thesaurus().concept(concept).isEmpty()) {
                throw new InvalidValue("corrections[" + i + "].concept", "the id of a concept", concept);
            }
        }
    }

    private UnderstandingView view(Understanding found, LanguageTag language, boolean detected, String reader) {
        Thesaurus thesaurus = living.thesaurus();
        return new UnderstandingView(
                language,
                detected,
                found.concepts().stream()
                        .map(one -> new ConceptView(
                                one.from(),
                                one.to(),
                                one.concept(),
                                label(thesaurus, one.concept(), reader),
                                need(one.need()),
                                one.certainty()))
                        .toList(),
                found.amounts().stream()
                        .map(one -> new AmountView(
                                one.from(), one.to(), one.min(), one.max(), one.currencies(), one.certainty()))
                        .toList(),
                found.quantities().stream()
                        .map(one -> new QuantityView(one.from(), one.to(), one.min(), one.max(), one.unit()))
                        .toList(),
                found.periods().stream()
                        .map(one -> new PeriodView(one.from(), one.to(), one.min(), one.max()))
                        .toList(),
                found.dates().stream()
                        .map(one -> new DateView(one.from(), one.to(), one.first(), one.last(), one.certainty()))
                        .toList(),
                found.standards().stream()
                        .map(one -> new StandardView(one.from(), one.to(), one.name(), one.edition(), need(one.need())))
                        .toList(),
                found.places().stream()
                        .map(one -> new PlaceView(
                                one.from(),
                                one.to(),
                                new Country(one.country()),
                                one.kind().name().toLowerCase(Locale.ROOT),
                                need(one.need()),
                                one.certainty()))
                        .toList(),
                found.languages().stream()
                        .map(one -> new LanguageView(
                                one.from(), one.to(), new LanguageTag(one.language()), need(one.need())))
                        .toList());
    }

    private static String label(Thesaurus thesaurus, String concept, String reader) {
        return thesaurus
                .concept(concept)
                .map(found -> found.preferred(reader).text())
                .orElse(concept);
    }

    private static UnderstandingView.Need need(Need need) {
        return switch (need) {
            case ESSENTIAL -> UnderstandingView.Need.essential;
            case STATED -> UnderstandingView.Need.stated;
            case NICE_TO_HAVE -> UnderstandingView.Need.niceToHave;
            case EXCLUDED -> UnderstandingView.Need.excluded;
        };
    }
}
