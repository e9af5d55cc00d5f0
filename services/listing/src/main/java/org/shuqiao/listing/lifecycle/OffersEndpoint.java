package org.shuqiao.listing.lifecycle;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Offer;
import org.shuqiao.contracts.listing.OfferView;
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

/** Offers over HTTP. */
@RestController
@Tag(name = "offers")
class OffersEndpoint {
    private final ListingAnswers answers;

    OffersEndpoint(ListingAnswers answers) {
        this.answers = answers;
    }

    @PostMapping("/offers")
    @Operation(operationId = "draftOffer", summary = "Begins an offer as a draft. Takes an Idempotency-Key.")
    Mono<ResponseEntity<OfferView>> draft(@RequestBody Offer offer, ServerWebExchange exchange) {
        return answers.draft(exchange, ListingKind.OFFER, OfferView.class, offer);
    }

    @GetMapping("/offers/{id}")
    @Operation(operationId = "readOffer", summary = "One offer in any status, with its version as ETag.")
    Mono<ResponseEntity<OfferView>> read(@PathVariable UUID id) {
        return answers.read(ListingKind.OFFER, id);
    }

    @PutMapping("/offers/{id}")
    @Operation(operationId = "reviseOffer", summary = "Puts new content in place of the version named by If-Match.")
    Mono<ResponseEntity<OfferView>> revise(
            @PathVariable UUID id, @RequestBody Offer offer, ServerWebExchange exchange) {
        return answers.revise(exchange, ListingKind.OFFER, id, offer);
    }

    @PostMapping("/offers/{id}/{move:publish|pause|resume|withdraw}")
    @Operation(
            operationId = "moveOffer",
            summary = "Publishes, pauses, resumes or withdraws the version named by If-Match.")
    Mono<ResponseEntity<OfferView>> move(@PathVariable UUID id, @PathVariable Move move, ServerWebExchange exchange) {
        return answers.move(exchange, ListingKind.OFFER, id, move);
    }

    @GetMapping("/organizations/{provider}/offers")
    @Operation(operationId = "listOffers", summary = "All offers of one provider, drafts included, page by page.")
    Mono<ResponseEntity<Page<OfferView>>> list(
            @PathVariable UUID provider,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            ServerWebExchange exchange) {
        return answers.ofOwner(exchange, ListingKind.OFFER, provider, after, limit);
    }
}
