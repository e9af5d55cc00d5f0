package org.shuqiao.listing.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.shuqiao.contracts.listing.ImportView;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.contracts.listing.RefusedLine;
import org.shuqiao.listing.lifecycle.ListingKind;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.IdempotencyKeys;
import org.shuqiao.web.Problem;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bulk imports over HTTP. */
@RestController
@Tag(name = "imports")
class ImportsEndpoint {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Importing importing;
    private final PostgresImports imports;

    ImportsEndpoint(Importing importing, PostgresImports imports) {
        this.importing = importing;
        this.imports = imports;
    }

    @PostMapping(
            path = "/offers/imports",
            consumes = {RecordFormat.NDJSON_VALUE, RecordFormat.JSONL_VALUE, RecordFormat.CSV_VALUE})
    @Operation(
            operationId = "importOffers",
            summary =
                    "Creates and revises offers from JSON Lines or CSV. Sent again with its Idempotency-Key it goes on.")
    Mono<ResponseEntity<ImportView>> offers(
            @RequestParam(defaultValue = "true") boolean publish, ServerWebExchange exchange) {
        return run(ListingKind.OFFER, publish, exchange);
    }

    @PostMapping(
            path = "/demands/imports",
            consumes = {RecordFormat.NDJSON_VALUE, RecordFormat.JSONL_VALUE, RecordFormat.CSV_VALUE})
    @Operation(
            operationId = "importDemands",
            summary =
                    "Creates and revises demands from JSON Lines or CSV. Sent again with its Idempotency-Key it goes on.")
    Mono<ResponseEntity<ImportView>> demands(
            @RequestParam(defaultValue = "true") boolean publish, ServerWebExchange exchange) {
        return run(ListingKind.DEMAND, publish, exchange);
    }

    @GetMapping("/imports/{id}")
    @Operation(operationId = "readImport", summary = "How far an import has come.")
    Mono<ImportView> read(@PathVariable UUID id) {
        return imports.find(id).switchIfEmpty(Mono.error(() -> notFound("id", id.toString())));
    }

    @GetMapping("/imports")
    @Operation(operationId = "findImport", summary = "The import that was sent with an Idempotency-Key.")
    Mono<ImportView> find(@RequestParam String key) {
        return imports.find(key).switchIfEmpty(Mono.error(() -> notFound("key", key)));
    }

    @GetMapping(path = "/imports/{id}/report", produces = RecordFormat.NDJSON_VALUE)
    @Operation(operationId = "readImportReport", summary = "The refused lines and why, one JSON object a line.")
    Flux<RefusedLine> report(@PathVariable UUID id) {
        return read(id).thenMany(imports.refused(id));
    }

    private <C extends ListingContent, V extends ListingView> Mono<ResponseEntity<ImportView>> run(
            ListingKind<C, V> kind, boolean publish, ServerWebExchange exchange) {
        String key = key(exchange);
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        RecordFormat format = RecordFormat.of(type == null ? MediaType.APPLICATION_NDJSON : type);
        Flux<DataBuffer> body = exchange.getRequest().getBody();
        return importing.run(kind, key, publish, format, body).map(result -> switch (result) {
            case Importing.Result.Done(ImportView view) ->
                ResponseEntity.ok()
                        .location(URI.create("../imports/" + view.id()))
                        .body(view);
            case Importing.Result.Running(String running) ->
                throw new Problem(
                                HttpStatus.CONFLICT,
                                "import-running",
                                "Another upload of this import is running.",
                                List.of(new FieldError(IdempotencyKeys.HEADER, "a key that is not in use", running)))
                        .retryAfter(RETRY);
            case Importing.Result.OtherImport(String other) -> throw reused(other, "the key of this import");
            case Importing.Result.OtherBody(String other, long records) ->
                throw reused(other, "the same body as before: its first " + records + " records differ");
        });
    }

    private static String key(ServerWebExchange exchange) {
        List<String> values = exchange.getRequest().getHeaders().getOrEmpty(IdempotencyKeys.HEADER);
        String key = values.size() == 1 ? values.getFirst().strip() : "";
        if (!KEY.matcher(key).matches()) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    values.isEmpty() ? "idempotency-key-missing" : "idempotency-key-malformed",
                    "An import carries the header Idempotency-Key, so that it can be taken up again.",
                    List.of(new FieldError(
                            IdempotencyKeys.HEADER, "1 to 255 visible ASCII characters that name this import", null)));
        }
        return key;
    }

    private static Problem reused(String key, String expected) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "This Idempotency-Key came before with another request.",
                List.of(new FieldError(IdempotencyKeys.HEADER, expected, key)));
    }

    private static Problem notFound(String field, String value) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "import-not-found",
                "There is no such import.",
                List.of(new FieldError(field, "an import that was begun", value)));
    }
}
