package org.shuqiao.listing.thesaurus;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.thesaurus.ConceptEntry;
import org.shuqiao.contracts.thesaurus.ConceptView;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Thesaurus;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.PageSize;
import org.shuqiao.web.Pages;
import org.shuqiao.web.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Concepts over HTTP: one, as JSON or by SKOS, and lists. */
@RestController
@Tag(name = "thesaurus")
class ConceptsEndpoint {
    private static final int PAGE = 50;
    private static final int MAX_PAGE = 200;

    private final Editions editions;
    private final BrowsingConcepts browsing;
    private final ConceptViews views;
    private final Turtle turtle;
    private final JsonLd jsonLd;
    private final JsonMapper json;

    ConceptsEndpoint(
            Editions editions,
            BrowsingConcepts browsing,
            ConceptViews views,
            Turtle turtle,
            JsonLd jsonLd,
            JsonMapper json) {
        this.editions = editions;
        this.browsing = browsing;
        this.views = views;
        this.turtle = turtle;
        this.jsonLd = jsonLd;
        this.json = json;
    }

    @GetMapping("/concepts")
    @Operation(
            operationId = "listConcepts",
            summary =
                    "The tops of the thesaurus; what is below 'broader'; a branch; or what is found by the beginning of a"
                            + " word, 'q', in 'language'.")
    Mono<ResponseEntity<Page<ConceptEntry>>> list(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String broader,
            @RequestParam(required = false) @Nullable String branch,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            ServerWebExchange exchange) {
        int size = PageSize.of(limit, PAGE, MAX_PAGE);
        String in = Objects.requireNonNullElse(BrowsingConcepts.language(language), ConceptViews.FALLBACK);
        BrowsingConcepts.Asked asked = new BrowsingConcepts.Asked(in, q, broader, branch);
        return editions.current().map(edition -> {
            Page<ConceptEntry> page = browsing.page(edition, asked, after, size);
            return Pages.ok(exchange, page.next()).body(page);
        });
    }

    @GetMapping(
            path = "/concepts/{id}",
            produces = {MediaType.APPLICATION_JSON_VALUE, Syntax.TURTLE_VALUE, Syntax.JSON_LD_VALUE})
    @Operation(
            operationId = "readConcept",
            summary =
                    "One concept: as JSON with its labels in 'language', else in all; or by SKOS in Turtle or JSON-LD.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ConceptView.class)),
                @Content(mediaType = Syntax.TURTLE_VALUE),
                @Content(mediaType = Syntax.JSON_LD_VALUE)
            })
    Mono<ResponseEntity<byte[]>> read(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String language,
            ServerWebExchange exchange) {
        Syntax syntax = Syntax.of(exchange.getRequest(), Syntax.JSON, Syntax.TURTLE, Syntax.JSON_LD);
        String in = BrowsingConcepts.language(language);
        return editions.current().map(edition -> {
            Thesaurus thesaurus = edition.thesaurus();
            Concept concept = thesaurus.concept(id).orElseThrow(() -> notFound(id));
            byte[] body =
                    switch (syntax) {
                        case JSON -> json.writeValueAsBytes(views.view(thesaurus, concept, in));
                        case TURTLE -> turtle.one(thesaurus, concept).getBytes(StandardCharsets.UTF_8);
                        case JSON_LD -> jsonLd.one(thesaurus, concept).getBytes(StandardCharsets.UTF_8);
                    };
            String variant = syntax == Syntax.JSON && in != null ? syntax.tag() + "-" + in : syntax.tag();
            return ok(thesaurus, syntax, variant).body(body);
        });
    }

    /** An answer that may be kept, and asked about again by its tag. */
    static ResponseEntity.BodyBuilder ok(Thesaurus thesaurus, Syntax syntax, String variant) {
        return ResponseEntity.ok()
                .contentType(syntax.mediaType())
                .eTag("\"" + thesaurus.fingerprint().substring(0, 32) + "-" + variant + "\"")
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT);
    }

    private static Problem notFound(String id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "concept-not-found",
                "There is no such concept.",
                List.of(new FieldError("id", "the id of a concept", id)));
    }
}
