package org.shuqiao.search.alert;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.AlertView;
import org.shuqiao.contracts.search.AlertsView;
import org.shuqiao.contracts.search.SeenListings;
import org.shuqiao.web.Cursor;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.PageSize;
import org.shuqiao.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Alerts by HTTP. */
@RestController
@Tag(name = "saved searches")
class AlertsEndpoint {
    private static final int PAGE = 50;
    private static final int MAX_PAGE = 200;

    private final PostgresAlerts alerts;
    private final MarkingSeen marking;

    AlertsEndpoint(PostgresAlerts alerts, MarkingSeen marking) {
        this.alerts = alerts;
        this.marking = marking;
    }

    @Operation(operationId = "listAlerts", summary = "The alerts of an organization, newest first, page by page.")
    @GetMapping("/alerts")
    Mono<ResponseEntity<AlertsView>> list(
            @RequestParam UUID owner,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            ServerWebExchange exchange) {
        int size = PageSize.of(limit, PAGE, MAX_PAGE);
        return alerts.of(owner, Cursor.id(after), size + 1)
                .collectList()
                .zipWhen(found -> alerts.unseen(owner), (found, unseen) -> page(found, unseen, size, exchange));
    }

    @Operation(
            operationId = "markSeen",
            summary =
                    "Says what the search has shown its owner, so that it is not alerted of that; without a list, all it"
                            + " was alerted of. May be repeated.")
    @ApiResponse(responseCode = "204", description = "Noted")
    @PostMapping(path = "/saved-searches/{id}/seen", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Void>> seen(@PathVariable UUID id, @RequestBody SeenListings seen) {
        return marking.mark(id, seen.listings()).map(known -> {
            if (known) {
                return ResponseEntity.noContent().build();
            }
            throw new Problem(
                    HttpStatus.NOT_FOUND,
                    "saved-search-not-found",
                    "There is no saved search with this id.",
                    List.of(new FieldError("id", "the id of a saved search", id.toString())));
        });
    }

    private static ResponseEntity<AlertsView> page(
            List<AlertView> found, long unseen, int size, ServerWebExchange exchange) {
        if (found.size() <= size) {
            return ResponseEntity.ok(new AlertsView(found, unseen, null));
        }
        List<AlertView> items = found.subList(0, size);
        String next = Cursor.of(items.getLast().id());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, Cursor.link(exchange.getRequest(), next))
                .body(new AlertsView(items, unseen, next));
    }
}
