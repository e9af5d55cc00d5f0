package org.shuqiao.search.match;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.search.index.Kind;
import org.shuqiao.web.PageSize;
import org.shuqiao.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /demands/{id}/matches} and {@code GET /offers/{id}/matches}. */
@RestController
class MatchesEndpoint {
    private static final int STANDARD = 20;
    private static final int MOST = 100;

    private final ShortLists lists;

    MatchesEndpoint(ShortLists lists) {
        this.lists = lists;
    }

    /** The offers that fit a demand, best first, with reasons for both sides. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MatchesView.class)))
    @Parameter(
            name = HttpHeaders.ACCEPT_LANGUAGE,
            in = ParameterIn.HEADER,
            description = "of the reasons: en, zh, ru, ar, fr, es; concepts are named in more languages")
    @GetMapping(path = "/demands/{id}/matches", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> offersFor(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return answer(Kind.DEMANDS, id, limit, headers).switchIfEmpty(Mono.error(() -> unknown("demand", id)));
    }

    /** The demands an offer fits, best first, with reasons for both sides. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MatchesView.class)))
    @Parameter(
            name = HttpHeaders.ACCEPT_LANGUAGE,
            in = ParameterIn.HEADER,
            description = "of the reasons: en, zh, ru, ar, fr, es; concepts are named in more languages")
    @GetMapping(path = "/offers/{id}/matches", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> demandsFor(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return answer(Kind.OFFERS, id, limit, headers).switchIfEmpty(Mono.error(() -> unknown("offer", id)));
    }

    private Mono<ResponseEntity<byte[]>> answer(Kind kind, UUID id, @Nullable Integer limit, HttpHeaders headers) {
        Reader reader = Reader.of(headers);
        return lists.of(kind, id, PageSize.of(limit, STANDARD, MOST), reader)
                .map(list -> ResponseEntity.ok()
                        .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                        .header(HttpHeaders.CONTENT_LANGUAGE, reader.wording().language())
                        .body(list));
    }

    private static Problem unknown(String what, UUID id) {
        return new Problem(HttpStatus.NOT_FOUND, "unknown-" + what, "No published " + what + " has this id.")
                .with("id", id);
    }
}
