package org.shuqiao.listing.proposal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.contracts.thesaurus.ProposalStatus;
import org.shuqiao.contracts.thesaurus.ProposalView;
import org.shuqiao.contracts.thesaurus.ThesaurusEvent;
import org.shuqiao.contracts.thesaurus.ThesaurusExtendedV1;
import org.shuqiao.listing.thesaurus.Editions;
import org.shuqiao.listing.thesaurus.PostgresAdditions;
import org.shuqiao.messaging.Outbox;
import org.shuqiao.thesaurus.Flaw;
import org.shuqiao.web.Ids;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes an addition part of the thesaurus, in a transaction of the caller's, which is to be rolled back unless it was
 * published. Publications take turns, so that each is checked against the thesaurus with all before it: the transaction
 * holds the version of the thesaurus it makes.
 */
@Component
public class PublishingAddition {
    /** What became of it. */
    public sealed interface Publication {
        record Published(ProposalView proposal) implements Publication {}

        /** The thesaurus would not be sound with it. */
        record Unsound(List<Flaw> flaws) implements Publication {}
    }

    private final PostgresProposals proposals;
    private final PostgresAdditions additions;
    private final Editions editions;
    private final CheckingAddition checking;
    private final Outbox outbox;
    private final Clock clock;

    PublishingAddition(
            PostgresProposals proposals,
            PostgresAdditions additions,
            Editions editions,
            CheckingAddition checking,
            Outbox outbox,
            Clock clock) {
        this.proposals = proposals;
        this.additions = additions;
        this.editions = editions;
        this.checking = checking;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Publishes what nobody proposed before, as a proposal that is published at once; more for a concept there is. */
    public Mono<Publication> publish(String reason, ConceptAddition addition) {
        Instant now = now();
        ProposalView proposal =
                new ProposalView(Ids.next(), 1, ProposalStatus.proposed, now, now, reason, null, null, addition);
        return additions
                .nextVersion()
                .flatMap(made -> proposals.insert(proposal).then(publish(proposal, made)));
    }

    /**
     * Publishes what was proposed; empty when somebody decided on it meanwhile.
     *
     * @param made the version of the thesaurus that this transaction holds
     */
    Mono<Publication> publish(ProposalView proposal, long made) {
        return editions.at(made - 1)
                .flatMap(edition -> checking.flaws(edition, proposal.addition()))
                .flatMap(flaws -> flaws.isEmpty()
                        ? keep(DecidingProposal.decided(proposal, ProposalStatus.published, now(), null, made), made)
                        : Mono.just(new Publication.Unsound(flaws)));
    }

    private Mono<Publication> keep(ProposalView published, long made) {
        ThesaurusExtendedV1 event = new ThesaurusExtendedV1(
                Ids.next(), published.updatedAt(), ThesaurusEvent.THESAURUS, made, published.addition());
        return proposals
                .update(published)
                .filter(Boolean::booleanValue)
                .flatMap(kept -> outbox.append(List.of(event)).thenReturn(new Publication.Published(published)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
