package org.shuqiao.search.suggest;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import org.shuqiao.contracts.search.SuggestionsView;
import org.shuqiao.search.concept.ReaderLanguage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code GET /suggestions}: how to go on typing. */
@RestController
class SuggestionsEndpoint {
    private final Suggesting suggesting;

    SuggestionsEndpoint(Suggesting suggesting) {
        this.suggesting = suggesting;
    }

    /** Concepts, titles of offers and names of providers with words that begin as typed. */
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            required = true,
            description = "what was typed so far; at most 100 characters")
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "of what was typed, by BCP 47; those written in its script where it is not given")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 20, default 10")
    @Parameter(
            name = HttpHeaders.ACCEPT_LANGUAGE,
            in = ParameterIn.HEADER,
            description = "in which concepts are named; that of what was typed where it is not given")
    @GetMapping("/suggestions")
    Mono<ResponseEntity<SuggestionsView>> suggestions(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return suggesting
                .suggest(Typed.of(parameters), ReaderLanguage.accepted(headers))
                .map(view ->
                        ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT_LANGUAGE).body(view));
    }
}
