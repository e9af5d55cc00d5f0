package org.shuqiao.listing.proposal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.thesaurus.AdditionProposal;
import org.shuqiao.contracts.thesaurus.ProposalRejection;
import org.shuqiao.contracts.thesaurus.ProposalStatus;
import org.shuqiao.contracts.thesaurus.ProposalView;
import org.shuqiao.thesaurus.Flaw;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.IdempotencyKeys;
import org.shuqiao.web.PageSize;
import org.shuqiao.web.Pages;
import org.shuqiao.web.Problem;
import org.shuqiao.web.Versions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Proposals over HTTP, for operators only: the gateway does not route them. */
@RestController
@Tag(name = "thesaurus proposals")
class ProposalsEndpoint {
    private static final int PAGE = 50;
    private static final int MAX_PAGE = 200;

    private final ProposingAddition proposing;
    private final DecidingProposal deciding;
    private final PostgresProposals proposals;
    private final IdempotencyKeys keys;

    ProposalsEndpoint(
            ProposingAddition proposing, DecidingProposal deciding, PostgresProposals proposals, IdempotencyKeys keys) {
        this.proposing = proposing;
        this.deciding = deciding;
        this.proposals = proposals;
        this.keys = keys;
    }

    @PostMapping("/concepts/proposals")
    @Operation(
            operationId = "proposeAddition",
            summary = "Proposes a new concept, or more labels and related concepts for one. Takes an Idempotency-Key.")
    Mono<ResponseEntity<ProposalView>> propose(@RequestBody AdditionProposal proposal, ServerWebExchange exchange) {
        Mono<ResponseEntity<ProposalView>> proposed = proposing
                .propose(proposal)
                .map(result -> switch (result) {
                    case ProposingAddition.Result.Proposed(ProposalView view) ->
                        ResponseEntity.created(URI.create("proposals/" + view.id()))
                                .eTag(Versions.etag(view.version()))
                                .body(view);
                    case ProposingAddition.Result.Unsound(List<Flaw> flaws) ->
                        throw unsound(HttpStatus.BAD_REQUEST, flaws);
                    case ProposingAddition.Result.ConceptTaken(String concept) -> throw conceptTaken(concept);
                });
        return keys.once(exchange, proposal, ProposalView.class, proposed);
    }

    @GetMapping("/concepts/proposals")
    @Operation(
            operationId = "listProposals",
            summary = "Proposals of one status, or all, page by page, the oldest first.")
    Mono<ResponseEntity<Page<ProposalView>>> list(
            @RequestParam(required = false) @Nullable ProposalStatus status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            ServerWebExchange exchange) {
        int size = PageSize.of(limit, PAGE, MAX_PAGE);
        return Pages.answer(
                exchange, after, size, (last, count) -> proposals.list(status, last, count), ProposalView::id);
    }

    @GetMapping("/concepts/proposals/{id}")
    @Operation(operationId = "readProposal", summary = "One proposal, with its version as ETag.")
    Mono<ResponseEntity<ProposalView>> read(@PathVariable UUID id) {
        return proposals.find(id).map(ProposalsEndpoint::ok).switchIfEmpty(Mono.error(() -> notFound(id)));
    }

    @PostMapping("/concepts/proposals/{id}/publish")
    @Operation(
            operationId = "publishProposal",
            summary = "Makes the version named by If-Match part of the thesaurus, for good.")
    Mono<ResponseEntity<ProposalView>> publish(@PathVariable UUID id, ServerWebExchange exchange) {
        return answer(deciding.publish(id, Versions.required(exchange.getRequest())));
    }

    @PostMapping("/concepts/proposals/{id}/reject")
    @Operation(operationId = "rejectProposal", summary = "Rejects the version named by If-Match, saying why, for good.")
    Mono<ResponseEntity<ProposalView>> reject(
            @PathVariable UUID id, @RequestBody ProposalRejection rejection, ServerWebExchange exchange) {
        return answer(deciding.reject(id, Versions.required(exchange.getRequest()), rejection.reason()));
    }

    private static Mono<ResponseEntity<ProposalView>> answer(Mono<DecidingProposal.Result> decided) {
        return decided.map(result -> switch (result) {
            case DecidingProposal.Result.Decided(ProposalView proposal) -> ok(proposal);
            case DecidingProposal.Result.NotFound(UUID missing) -> throw notFound(missing);
            case DecidingProposal.Result.Stale(long expected, long current) -> throw Versions.stale(expected, current);
            case DecidingProposal.Result.NotAllowed(ProposalStatus status) -> throw notAllowed(status);
            case DecidingProposal.Result.Unsound(List<Flaw> flaws) -> throw unsound(HttpStatus.CONFLICT, flaws);
        });
    }

    private static ResponseEntity<ProposalView> ok(ProposalView proposal) {
        return ResponseEntity.ok().eTag(Versions.etag(proposal.version())).body(proposal);
    }

    private static Problem unsound(HttpStatus status, List<Flaw> flaws) {
        return new Problem(
                status,
                "unsound-addition",
                "The thesaurus would not be sound with this addition.",
                flaws.stream()
                        .map(flaw -> new FieldError("addition." + flaw.field(), flaw.expected(), flaw.received()))
                        .toList());
    }

    private static Problem conceptTaken(String concept) {
        return new Problem(
                HttpStatus.CONFLICT,
                "concept-taken",
                "This concept is proposed already.",
                List.of(new FieldError("addition.concept", "an id that is not proposed", concept)));
    }

    private static Problem notFound(UUID id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "proposal-not-found",
                "There is no such proposal.",
                List.of(new FieldError("id", "the id of a proposal", id.toString())));
    }

    private static Problem notAllowed(ProposalStatus status) {
        return new Problem(
                        HttpStatus.CONFLICT,
                        "not-in-this-status",
                        "The record's status does not allow that.",
                        List.of(new FieldError("status", "one of proposed", status.name())))
                .with("current", status.name());
    }
}
