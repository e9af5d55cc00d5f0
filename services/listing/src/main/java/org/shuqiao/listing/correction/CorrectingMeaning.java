package org.shuqiao.listing.correction;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.thesaurus.AuthorCorrection;
import org.shuqiao.contracts.thesaurus.Correction.Kind;
import org.shuqiao.contracts.thesaurus.CorrectionView;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.listing.owner.OwnerOfListing;
import org.shuqiao.listing.owner.OwnerOfListing.Owner;
import org.shuqiao.listing.thesaurus.Editions;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Naming;
import org.shuqiao.thesaurus.Thesaurus;
import org.shuqiao.thesaurus.ThesaurusCheck;
import org.shuqiao.web.Ids;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** An author says what words mean or do not mean. */
@Component
class CorrectingMeaning {
    /** What became of it. */
    sealed interface Result {
        record Kept(CorrectionView correction) implements Result {}

        /** The organization said so before; it counts once. */
        record KnownBefore(CorrectionView correction) implements Result {}

        record UnknownOrganization(OrganizationReference reference) implements Result {}

        /** It says nothing that could be published. */
        record Refused(String field, String expected, String received) implements Result {}
    }

    private final OwnerOfListing organizations;
    private final Editions editions;
    private final PostgresCorrections corrections;
    private final Clock clock;

    CorrectingMeaning(OwnerOfListing organizations, Editions editions, PostgresCorrections corrections, Clock clock) {
        this.organizations = organizations;
        this.editions = editions;
        this.corrections = corrections;
        this.clock = clock;
    }

    Mono<Result> correct(AuthorCorrection said) {
        return editions.current()
                // the first words of a language load its analyzer
                .publishOn(Schedulers.boundedElastic())
                .flatMap(edition -> {
                    Result refused = refusal(edition.thesaurus(), said);
                    return refused == null
                            ? organizations.known(said.organization()).flatMap(author -> keep(said, author))
                            : Mono.just(refused);
                });
    }

    private Mono<Result> keep(AuthorCorrection said, Owner author) {
        return switch (author) {
            case Owner.Known(UUID organization) -> keep(said, organization);
            case Owner.Unknown _, Owner.OtherRole _ -> Mono.just(new Result.UnknownOrganization(said.organization()));
        };
    }

    private Mono<Result> keep(AuthorCorrection said, UUID organization) {
        CorrectionView correction = new CorrectionView(
                Ids.next(),
                organization,
                new LanguageTag(said.language().primary()),
                said.words(),
                said.concept(),
                said.kind(),
                said.context(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return corrections
                .keep(correction, Naming.form(correction.language().value(), correction.words()))
                .map(kept -> kept.id().equals(correction.id()) ? new Result.Kept(kept) : new Result.KnownBefore(kept));
    }

    private static @Nullable Result refusal(Thesaurus thesaurus, AuthorCorrection said) {
        String language = said.language().primary();
        String words = said.words();
        if (!Thesaurus.LANGUAGES.contains(language)) {
            String expected = "a language of the thesaurus: " + String.join(", ", Thesaurus.LANGUAGES);
            return new Result.Refused("language", expected, said.language().value());
        }
        Concept concept = thesaurus.concept(said.concept()).orElse(null);
        if (concept == null) {
            return new Result.Refused("concept", "the id of a concept", said.concept());
        }
        if (Naming.form(language, words).isEmpty()) {
            return new Result.Refused("words", "a word that can be looked for", words);
        }
        if (said.kind() == Kind.added && !ThesaurusCheck.hasLengthOfLabel(words)) {
            return new Result.Refused("words", ThesaurusCheck.LABEL_LENGTH, words.length() + " characters");
        }
        String expected = expected(said.kind(), Naming.of(concept, language, words));
        return expected == null ? null : new Result.Refused("words", expected, words);
    }

    /** What would have been right; null where it is. */
    private static @Nullable String expected(Kind kind, Naming naming) {
        return switch (kind) {
            case added -> naming == Naming.NONE ? null : "words that do not mean the concept so far";
            case denied ->
                switch (naming) {
                    case ALTERNATIVE -> null;
                    case PREFERRED -> "words other than the preferred label of the concept, which stays";
                    case NONE -> "words that mean the concept so far";
                };
        };
    }
}
