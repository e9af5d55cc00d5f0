package org.shuqiao.listing.correction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.thesaurus.AuthorCorrection;
import org.shuqiao.contracts.thesaurus.CorrectionDecision;
import org.shuqiao.contracts.thesaurus.CorrectionGroupView;
import org.shuqiao.contracts.thesaurus.CorrectionGroupView.Status;
import org.shuqiao.contracts.thesaurus.CorrectionView;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.OrganizationReference;
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

/** Corrections over HTTP: authors send them; their groups are for operators only, and the gateway does not route them. */
@RestController
@Tag(name = "corrections")
class CorrectionsEndpoint {
    private static final int PAGE = 50;
    private static final int MAX_PAGE = 200;

    private final CorrectingMeaning correcting;
    private final DecidingCorrections deciding;
    private final PostgresCorrections corrections;
    private final IdempotencyKeys keys;

    CorrectionsEndpoint(
            CorrectingMeaning correcting,
            DecidingCorrections deciding,
            PostgresCorrections corrections,
            IdempotencyKeys keys) {
        this.correcting = correcting;
        this.deciding = deciding;
        this.corrections = corrections;
        this.keys = keys;
    }

    @PostMapping("/corrections")
    @Operation(
            operationId = "correctMeaning",
            summary = "Says that words mean a concept, or do not. An organization counts once; its last word counts."
                    + " Takes an Idempotency-Key.")
    Mono<ResponseEntity<CorrectionView>> correct(@RequestBody AuthorCorrection correction, ServerWebExchange exchange) {
        Mono<ResponseEntity<CorrectionView>> corrected = correcting
                .correct(correction)
                .map(result -> switch (result) {
                    case CorrectingMeaning.Result.Kept(CorrectionView kept) ->
                        ResponseEntity.status(HttpStatus.CREATED).body(kept);
                    case CorrectingMeaning.Result.KnownBefore(CorrectionView before) -> ResponseEntity.ok(before);
                    case CorrectingMeaning.Result.UnknownOrganization(OrganizationReference reference) ->
                        throw unknownOrganization(reference);
                    case CorrectingMeaning.Result.Refused(String field, String expected, String received) ->
                        throw new InvalidValue(field, expected, received);
                });
        return keys.once(exchange, correction, CorrectionView.class, corrected);
    }

    @GetMapping("/corrections/groups")
    @Operation(
            operationId = "listCorrections",
            summary = "Corrections that say the same, of one status, or all, page by page, the oldest first.")
    Mono<ResponseEntity<Page<CorrectionGroupView>>> list(
            @RequestParam(required = false) @Nullable Status status,
            @Parameter(description = "how many organizations must say so at least, 1 where it is not given")
                    @RequestParam(required = false)
                    @Nullable
                    Integer organizations,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            ServerWebExchange exchange) {
        if (organizations != null && organizations < 1) {
            throw new InvalidValue("organizations", "a whole number from 1 on", organizations);
        }
        int least = organizations == null ? 1 : organizations;
        int size = PageSize.of(limit, PAGE, MAX_PAGE);
        return Pages.answer(
                exchange,
                after,
                size,
                (last, count) -> corrections.list(status, least, last, count),
                CorrectionGroupView::id);
    }

    @GetMapping("/corrections/groups/{id}")
    @Operation(operationId = "readCorrections", summary = "One group of corrections, with its version as ETag.")
    Mono<ResponseEntity<CorrectionGroupView>> read(@PathVariable UUID id) {
        return corrections.find(id).map(CorrectionsEndpoint::ok).switchIfEmpty(Mono.error(() -> notFound(id)));
    }

    @PostMapping("/corrections/groups/{id}/accept")
    @Operation(
            operationId = "acceptCorrections",
            summary = "Makes what the version named by If-Match says part of the thesaurus: a label, or a denial.")
    Mono<ResponseEntity<CorrectionGroupView>> accept(
            @PathVariable UUID id, @RequestBody CorrectionDecision decision, ServerWebExchange exchange) {
        return answer(deciding.accept(id, Versions.required(exchange.getRequest()), decision));
    }

    @PostMapping("/corrections/groups/{id}/reject")
    @Operation(
            operationId = "rejectCorrections",
            summary = "Rejects the version named by If-Match, saying why. It may be accepted later.")
    Mono<ResponseEntity<CorrectionGroupView>> reject(
            @PathVariable UUID id, @RequestBody CorrectionDecision decision, ServerWebExchange exchange) {
        return answer(deciding.reject(id, Versions.required(exchange.getRequest()), decision));
    }

    private static Mono<ResponseEntity<CorrectionGroupView>> answer(Mono<DecidingCorrections.Result> decided) {
        return decided.map(result -> switch (result) {
            case DecidingCorrections.Result.Decided(CorrectionGroupView group) -> ok(group);
            case DecidingCorrections.Result.NotFound(UUID missing) -> throw notFound(missing);
            case DecidingCorrections.Result.Stale(long expected, long current) ->
                throw Versions.stale(expected, current);
            case DecidingCorrections.Result.NotAllowed(Status status, Set<Status> from) ->
                throw notAllowed(status, from);
            case DecidingCorrections.Result.Unsound(List<Flaw> flaws) -> throw unsound(flaws);
        });
    }

    private static ResponseEntity<CorrectionGroupView> ok(CorrectionGroupView group) {
        return ResponseEntity.ok().eTag(Versions.etag(group.version())).body(group);
    }

    private static Problem unknownOrganization(OrganizationReference reference) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "unknown-organization",
                "The organization is not registered.",
                List.of(new FieldError("organization", "a registered organization", reference.value())));
    }

    private static Problem notFound(UUID id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "corrections-not-found",
                "There is no such group of corrections.",
                List.of(new FieldError("id", "the id of a group of corrections", id.toString())));
    }

    private static Problem notAllowed(Status status, Set<Status> from) {
        String allowed = from.stream().sorted().map(Status::name).collect(Collectors.joining(", "));
        return new Problem(
                        HttpStatus.CONFLICT,
                        "not-in-this-status",
                        "The record's status does not allow that.",
                        List.of(new FieldError("status", "one of " + allowed, status.name())))
                .with("current", status.name());
    }

    private static Problem unsound(List<Flaw> flaws) {
        return new Problem(
                HttpStatus.CONFLICT,
                "unsound-addition",
                "The thesaurus would not be sound with this correction.",
                flaws.stream()
                        .map(flaw -> new FieldError(
                                flaw.field().equals("concept") ? "concept" : "label", flaw.expected(), flaw.received()))
                        .toList());
    }
}
