package org.shuqiao.search.saved;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.search.SavedSearch;
import org.shuqiao.contracts.search.SavedSearchView;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.IdempotencyKeys;
import org.shuqiao.web.PageSize;
import org.shuqiao.web.Pages;
import org.shuqiao.web.Problem;
import org.shuqiao.web.Versions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Saved searches by HTTP. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "saved searches")
class SavedSearchesEndpoint {
    private static final int PAGE = 50;
    private static final int MAX_PAGE = 200;

    private final SavingSearch saving;
    private final ChangingSearch changing;
    private final PostgresSavedSearches searches;
    private final IdempotencyKeys keys;

    SavedSearchesEndpoint(
            SavingSearch saving, ChangingSearch changing, PostgresSavedSearches searches, IdempotencyKeys keys) {
        this.saving = saving;
        this.changing = changing;
        this.searches = searches;
        this.keys = keys;
        // read from a file the first time, which is not for the thread that reads a request
        if (ZoneId.getAvailableZoneIds().isEmpty()) {
            throw new IllegalStateException("expected a Java platform that knows time zones");
        }
    }

    @Operation(
            operationId = "saveSearch",
            summary = "Saves a search, or switches on the alerts of a demand. Takes an Idempotency-Key.")
    @ApiResponse(responseCode = "201", description = "Saved; with Location and ETag")
    @PostMapping(path = "/saved-searches", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<SavedSearchView>> save(@RequestBody SavedSearch search, ServerWebExchange exchange) {
        Mono<ResponseEntity<SavedSearchView>> saved = saving.save(search).map(result -> switch (result) {
            case SavingSearch.Result.Saved(SavedSearchView view) ->
                // relative to the request, so that it holds behind a gateway with a prefix
                ResponseEntity.created(URI.create("saved-searches/" + view.id()))
                        .eTag(Versions.etag(view.version()))
                        .body(view);
            case SavingSearch.Result.Refused(CheckingSearch.Result why) -> throw refused(why);
            case SavingSearch.Result.AlreadyForDemand(UUID demand) -> throw already(demand);
            case SavingSearch.Result.TooMany(int most) ->
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "too-many-searches",
                        "The organization has as many saved searches as it may have.",
                        List.of(new FieldError("owner", "one with fewer than " + most + " saved searches", null)));
        });
        return keys.once(exchange, search, SavedSearchView.class, saved);
    }

    @Operation(operationId = "listSearches", summary = "The saved searches of an organization, page by page.")
    @GetMapping("/saved-searches")
    Mono<ResponseEntity<Page<SavedSearchView>>> list(
            @RequestParam UUID owner,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            ServerWebExchange exchange) {
        int size = PageSize.of(limit, PAGE, MAX_PAGE);
        return Pages.answer(
                exchange, after, size, (last, count) -> searches.of(owner, last, count), SavedSearchView::id);
    }

    @Operation(operationId = "readSearch", summary = "One saved search, with its version as ETag.")
    @GetMapping("/saved-searches/{id}")
    Mono<ResponseEntity<SavedSearchView>> read(@PathVariable UUID id) {
        return searches.find(id).map(SavedSearchesEndpoint::ok).switchIfEmpty(Mono.error(() -> notFound(id)));
    }

    @Operation(operationId = "reviseSearch", summary = "Says the version named by If-Match anew.")
    @PutMapping(path = "/saved-searches/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<SavedSearchView>> revise(
            @PathVariable UUID id, @RequestBody SavedSearch search, ServerWebExchange exchange) {
        long version = Versions.required(exchange.getRequest());
        return changing.revise(id, version, search).map(SavedSearchesEndpoint::answer);
    }

    @Operation(operationId = "removeSearch", summary = "Removes the version named by If-Match, and its alerts.")
    @ApiResponse(responseCode = "204", description = "Removed")
    @DeleteMapping("/saved-searches/{id}")
    Mono<ResponseEntity<SavedSearchView>> remove(@PathVariable UUID id, ServerWebExchange exchange) {
        long version = Versions.required(exchange.getRequest());
        return changing.remove(id, version).map(SavedSearchesEndpoint::answer);
    }

    private static ResponseEntity<SavedSearchView> answer(ChangingSearch.Result result) {
        return switch (result) {
            case ChangingSearch.Result.Changed(SavedSearchView view) -> ok(view);
            case ChangingSearch.Result.Removed() -> ResponseEntity.noContent().build();
            case ChangingSearch.Result.NotFound(UUID missing) -> throw notFound(missing);
            case ChangingSearch.Result.Stale(long expected, long current) -> throw Versions.stale(expected, current);
            case ChangingSearch.Result.OtherOwner() ->
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "other-owner",
                        "A record does not pass from one organization to another.",
                        List.of(new FieldError("owner", "the organization that owns it", null)));
            case ChangingSearch.Result.Refused(CheckingSearch.Result why) -> throw refused(why);
            case ChangingSearch.Result.AlreadyForDemand(UUID demand) -> throw already(demand);
        };
    }

    private static ResponseEntity<SavedSearchView> ok(SavedSearchView view) {
        return ResponseEntity.ok().eTag(Versions.etag(view.version())).body(view);
    }

    private static Problem refused(CheckingSearch.Result why) {
        return switch (why) {
            case CheckingSearch.Result.Sound _ -> throw new IllegalStateException("a sound search is not refused");
            case CheckingSearch.Result.UnknownOwner(OrganizationReference owner) ->
                new Problem(
                        HttpStatus.BAD_REQUEST,
                        "unknown-organization",
                        "The organization is not registered.",
                        List.of(new FieldError("owner", "a registered organization", owner.value())));
            case CheckingSearch.Result.NotItsDemand(UUID demand) ->
                new Problem(
                        HttpStatus.BAD_REQUEST,
                        "not-its-demand",
                        "The organization has no published demand of this id.",
                        List.of(new FieldError("demand", "a published demand of the owner", demand.toString())));
        };
    }

    private static Problem already(UUID demand) {
        return new Problem(
                HttpStatus.CONFLICT,
                "already-saved",
                "The alerts of this demand are switched on already.",
                List.of(new FieldError("demand", "a demand without a saved search", demand.toString())));
    }

    private static Problem notFound(UUID id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "saved-search-not-found",
                "There is no saved search with this id.",
                List.of(new FieldError("id", "the id of a saved search", id.toString())));
    }
}
