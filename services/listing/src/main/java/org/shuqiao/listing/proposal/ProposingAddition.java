package org.shuqiao.listing.proposal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.shuqiao.contracts.thesaurus.AdditionProposal;
import org.shuqiao.contracts.thesaurus.ProposalStatus;
import org.shuqiao.contracts.thesaurus.ProposalView;
import org.shuqiao.listing.thesaurus.Editions;
import org.shuqiao.thesaurus.Flaw;
import org.shuqiao.web.Ids;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An operator proposes an addition to the thesaurus. */
@Component
class ProposingAddition {
    /** What became of it. */
    sealed interface Result {
        record Proposed(ProposalView proposal) implements Result {}

        /** The thesaurus would not be sound with it. */
        record Unsound(List<Flaw> flaws) implements Result {}

        /** The new concept is proposed or published already. */
        record ConceptTaken(String concept) implements Result {}
    }

    private final Editions editions;
    private final CheckingAddition checking;
    private final PostgresProposals proposals;
    private final Clock clock;

    ProposingAddition(Editions editions, CheckingAddition checking, PostgresProposals proposals, Clock clock) {
        this.editions = editions;
        this.checking = checking;
        this.proposals = proposals;
        this.clock = clock;
    }

    Mono<Result> propose(AdditionProposal proposed) {
        return editions.current()
                .flatMap(edition -> checking.flaws(edition, proposed.addition()))
                .flatMap(flaws -> flaws.isEmpty() ? keep(proposed) : Mono.just(new Result.Unsound(flaws)));
    }

    private Mono<Result> keep(AdditionProposal proposed) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ProposalView proposal = new ProposalView(
                Ids.next(), 1, ProposalStatus.proposed, now, now, proposed.reason(), null, null, proposed.addition());
        return proposals
                .insert(proposal)
                .map(kept -> kept
                        ? new Result.Proposed(proposal)
                        : new Result.ConceptTaken(proposed.addition().concept()));
    }
}
