package org.shuqiao.listing.proposal;

import java.util.List;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.listing.thesaurus.Edition;
import org.shuqiao.thesaurus.Flaw;
import org.shuqiao.thesaurus.ThesaurusCheck;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds what an addition would make wrong, by the rules of the build. It compares with every label there is. */
@Component
class CheckingAddition {
    /** Would stand where the proposals do: {@code /concepts/proposals}. */
    private static final String TAKEN_PATH = "proposals";

    Mono<List<Flaw>> flaws(Edition edition, ConceptAddition addition) {
        if (addition.concept().equals(TAKEN_PATH)) {
            String expected = "an id other than " + TAKEN_PATH;
            return Mono.just(List.of(new Flaw("", TAKEN_PATH, "concept", expected, TAKEN_PATH)));
        }
        return Mono.fromCallable(() -> ThesaurusCheck.flaws(edition.thesaurus(), addition))
                .subscribeOn(Schedulers.boundedElastic());
    }
}
