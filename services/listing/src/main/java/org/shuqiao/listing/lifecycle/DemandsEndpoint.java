package org.shuqiao.listing.lifecycle;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.listing.lifecycle.ListingAnswers.Move;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Demands over HTTP. */
@RestController
@Tag(name = "demands")
class DemandsEndpoint {
    private final ListingAnswers answers;

    DemandsEndpoint(ListingAnswers answers) {
        this.answers = answers;
    }

    @PostMapping("/demands")
    @Operation(operationId = "draftDemand", summary = "Begins a demand as a draft. Takes an Idempotency-Key.")
    Mono<ResponseEntity<DemandView>> draft(@RequestBody Demand demand, ServerWebExchange exchange) {
        return answers.draft(exchange, ListingKind.DEMAND, DemandView.class, demand);
    }

    @GetMapping("/demands/{id}")
    @Operation(operationId = "readDemand", summary = "One demand in any status, with its version as ETag.")
    Mono<ResponseEntity<DemandView>> read(@PathVariable UUID id) {
        return answers.read(ListingKind.DEMAND, id);
    }

    @PutMapping("/demands/{id}")
    @Operation(operationId = "reviseDemand", summary = "Puts new content in place of the version named by If-Match.")
    Mono<ResponseEntity<DemandView>> revise(
            @PathVariable UUID id, @RequestBody Demand demand, ServerWebExchange exchange) {
        return answers.revise(exchange, ListingKind.DEMAND, id, demand);
    }

    @PostMapping("/demands/{id}/{move:publish|pause|resume|withdraw}")
    @Operation(
            operationId = "moveDemand",
            summary = "Publishes, pauses, resumes or withdraws the version named by If-Match.")
    Mono<ResponseEntity<DemandView>> move(@PathVariable UUID id, @PathVariable Move move, ServerWebExchange exchange) {
        return answers.move(exchange, ListingKind.DEMAND, id, move);
    }

    @GetMapping("/organizations/{buyer}/demands")
    @Operation(operationId = "listDemands", summary = "All demands of one buyer, drafts included, page by page.")
    Mono<ResponseEntity<Page<DemandView>>> list(
            @PathVariable UUID buyer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            ServerWebExchange exchange) {
        return answers.ofOwner(exchange, ListingKind.DEMAND, buyer, after, limit);
    }
}
