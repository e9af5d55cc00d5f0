package org.shuqiao.search.frozen;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.search.FrozenShortListView;
import org.shuqiao.contracts.search.ReproductionView;
import org.shuqiao.contracts.search.ShortListRequest;
import org.shuqiao.contracts.search.ShortListView;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.search.match.ReasonLanguage;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.IdempotencyKeys;
import org.shuqiao.web.PageSize;
import org.shuqiao.web.Pages;
import org.shuqiao.web.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Frozen short lists by HTTP. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "short lists")
class ShortListsEndpoint {
    private static final int PAGE = 20;
    private static final int MAX_PAGE = 100;

    private final FreezingList freezing;
    private final ReadingFrozen reading;
    private final PostgresShortLists lists;
    private final IdempotencyKeys keys;

    ShortListsEndpoint(FreezingList freezing, ReadingFrozen reading, PostgresShortLists lists, IdempotencyKeys keys) {
        this.freezing = freezing;
        this.reading = reading;
        this.lists = lists;
        this.keys = keys;
    }

    @Operation(
            operationId = "freezeShortList",
            summary = "Keeps the short list of a demand as it stands, with all it was judged from. Takes an"
                    + " Idempotency-Key.")
    @ApiResponse(responseCode = "201", description = "Frozen; with Location")
    @PostMapping(path = "/demands/{id}/short-lists", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ShortListView>> freeze(
            @PathVariable UUID id, @RequestBody ShortListRequest asked, ServerWebExchange exchange) {
        Mono<ResponseEntity<ShortListView>> frozen = freezing.freeze(id, asked).map(result -> switch (result) {
            case FreezingList.Result.Frozen(ShortListView list) ->
                // relative to the request, so that it holds behind a gateway with a prefix
                ResponseEntity.created(URI.create("short-lists/" + list.id())).body(list);
            case FreezingList.Result.UnknownDemand(UUID demand) ->
                throw new Problem(HttpStatus.NOT_FOUND, "unknown-demand", "No published demand has this id.")
                        .with("id", demand);
            case FreezingList.Result.NotItsDemand(OrganizationReference buyer) ->
                throw new Problem(
                        HttpStatus.BAD_REQUEST,
                        "not-the-buyer",
                        "The short list of a demand is frozen by its buyer.",
                        List.of(new FieldError("buyer", "the buyer of the demand", buyer.value())));
            case FreezingList.Result.TooMany(int most) ->
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "too-many-short-lists",
                        "The demand has as many frozen short lists as it may have.",
                        List.of(new FieldError("id", "a demand with fewer than " + most, id.toString())));
        });
        return keys.once(exchange, asked, ShortListView.class, frozen);
    }

    @Operation(
            operationId = "listShortLists",
            summary = "The frozen short lists of a demand in the order they were frozen in, page by page.")
    @GetMapping("/demands/{id}/short-lists")
    Mono<ResponseEntity<Page<ShortListView>>> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            ServerWebExchange exchange) {
        int size = PageSize.of(limit, PAGE, MAX_PAGE);
        return Pages.answer(exchange, after, size, (last, count) -> lists.of(id, last, count), ShortListView::id);
    }

    @Operation(operationId = "readShortList", summary = "A frozen short list, word by word as it was.")
    @Parameter(name = HttpHeaders.ACCEPT_LANGUAGE, in = ParameterIn.HEADER, description = "en, zh, ru, ar, fr, es")
    @GetMapping("/demands/{id}/short-lists/{listId}")
    Mono<ResponseEntity<FrozenShortListView>> read(
            @PathVariable UUID id,
            @PathVariable UUID listId,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return reading.list(id, listId, ReasonLanguage.accepted(headers))
                .map(list -> ResponseEntity.ok()
                        .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                        .header(HttpHeaders.CONTENT_LANGUAGE, list.language())
                        .body(list.view()))
                .switchIfEmpty(Mono.error(() -> notFound(listId)));
    }

    @Operation(
            operationId = "readShortListRecord",
            summary = "All that a frozen short list was judged from, and what came out. The digest is of these bytes.")
    @GetMapping(path = "/demands/{id}/short-lists/{listId}/record", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> record(@PathVariable UUID id, @PathVariable UUID listId) {
        return reading.record(id, listId).switchIfEmpty(Mono.error(() -> notFound(listId)));
    }

    @Operation(
            operationId = "reproduceShortList",
            summary = "Judges what a frozen short list was judged from once more, and says whether the same comes out.")
    @GetMapping("/demands/{id}/short-lists/{listId}/reproduction")
    Mono<ReproductionView> reproduction(@PathVariable UUID id, @PathVariable UUID listId) {
        return reading.reproduction(id, listId).switchIfEmpty(Mono.error(() -> notFound(listId)));
    }

    private static Problem notFound(UUID id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "short-list-not-found",
                "The demand has no frozen short list with this id.",
                List.of(new FieldError("listId", "the id of a frozen short list", id.toString())));
    }
}
