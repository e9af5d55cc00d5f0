package org.shuqiao.listing.thesaurus;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The whole thesaurus over HTTP, by SKOS, written while it is sent. */
@RestController
@Tag(name = "thesaurus")
class ThesaurusEndpoint {
    private static final int CONCEPTS_AT_ONCE = 16;

    private final Editions editions;
    private final Turtle turtle;
    private final JsonLd jsonLd;

    ThesaurusEndpoint(Editions editions, Turtle turtle, JsonLd jsonLd) {
        this.editions = editions;
        this.turtle = turtle;
        this.jsonLd = jsonLd;
    }

    @GetMapping(
            path = "/thesaurus",
            produces = {Syntax.TURTLE_VALUE, Syntax.JSON_LD_VALUE})
    @Operation(operationId = "readThesaurus", summary = "All concepts by SKOS, in Turtle or JSON-LD.")
    @ApiResponse(
            responseCode = "200",
            content = {@Content(mediaType = Syntax.TURTLE_VALUE), @Content(mediaType = Syntax.JSON_LD_VALUE)})
    Mono<ResponseEntity<Flux<DataBuffer>>> read(ServerWebExchange exchange) {
        Syntax syntax = Syntax.of(exchange.getRequest(), Syntax.TURTLE, Syntax.JSON_LD);
        SkosDocuments documents = syntax == Syntax.JSON_LD ? jsonLd : turtle;
        DataBufferFactory buffers = exchange.getResponse().bufferFactory();
        return editions.current().map(edition -> {
            Thesaurus thesaurus = edition.thesaurus();
            Flux<DataBuffer> body = documents
                    .whole(thesaurus)
                    .buffer(CONCEPTS_AT_ONCE)
                    .map(parts -> buffers.wrap(String.join("", parts).getBytes(StandardCharsets.UTF_8)))
                    .subscribeOn(Schedulers.parallel());
            return ConceptsEndpoint.ok(thesaurus, syntax, syntax.tag()).body(body);
        });
    }
}
