package org.shuqiao.search.find;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import org.shuqiao.contracts.search.SearchView;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.concept.ReaderLanguage;
import org.shuqiao.search.index.Kind;
import org.shuqiao.web.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code GET /offers} and {@code GET /demands}: search. */
@RestController
class SearchEndpoint {
    private final ElasticSearching searching;
    private final LivingThesaurus thesaurus;

    SearchEndpoint(ElasticSearching searching, LivingThesaurus thesaurus) {
        this.searching = searching;
        this.thesaurus = thesaurus;
    }

    /** Offers by words, in the language of these and by what they mean in all, and by choices. */
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "words, \"phrases\", -without; at most 500 characters")
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "of the words, by BCP 47; detected where it is not given")
    @Parameter(name = "area", in = ParameterIn.QUERY, description = "any of these areas, repeated or with commas")
    @Parameter(
            name = "concept",
            in = ParameterIn.QUERY,
            description = "about any of these concepts of the thesaurus, or something narrower")
    @Parameter(name = "deliveryModel", in = ParameterIn.QUERY, description = "any of these delivery models")
    @Parameter(name = "languages", in = ParameterIn.QUERY, description = "any of these languages")
    @Parameter(name = "writtenIn", in = ParameterIn.QUERY, description = "the original is in any of these languages")
    @Parameter(name = "standard", in = ParameterIn.QUERY, description = "any of these standards")
    @Parameter(name = "dataLocation", in = ParameterIn.QUERY, description = "any of these countries")
    @Parameter(name = "country", in = ParameterIn.QUERY, description = "any of these countries")
    @Parameter(name = "city", in = ParameterIn.QUERY, description = "any of these places by UN/LOCODE")
    @Parameter(name = "zone", in = ParameterIn.QUERY, description = "any of these zones of Shanghai")
    @Parameter(name = "verified", in = ParameterIn.QUERY, description = "true: verified providers only")
    @Parameter(name = "market", in = ParameterIn.QUERY, description = "a country the offer serves")
    @Parameter(
            name = "priceMax",
            in = ParameterIn.QUERY,
            description = "offers that can cost at most this, in whatever currency there is a rate for; needs currency")
    @Parameter(name = "currency", in = ParameterIn.QUERY, description = "by ISO 4217")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100, default 20")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "the cursor of the page before")
    @Parameter(
            name = HttpHeaders.ACCEPT_LANGUAGE,
            in = ParameterIn.HEADER,
            description = "in which concepts are named; that of the words where it is not given")
    @GetMapping("/offers")
    Mono<ResponseEntity<SearchView>> offers(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            ServerWebExchange exchange) {
        return answer(Kind.OFFERS, parameters, exchange);
    }

    /** Demands by words, in the language of these and by what they mean in all, and by choices. */
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "words, \"phrases\", -without; at most 500 characters")
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "of the words, by BCP 47; detected where it is not given")
    @Parameter(name = "area", in = ParameterIn.QUERY, description = "any of these areas, repeated or with commas")
    @Parameter(
            name = "concept",
            in = ParameterIn.QUERY,
            description = "about any of these concepts of the thesaurus, or something narrower")
    @Parameter(name = "deliveryModel", in = ParameterIn.QUERY, description = "any of these delivery models")
    @Parameter(name = "languages", in = ParameterIn.QUERY, description = "any of these languages")
    @Parameter(name = "writtenIn", in = ParameterIn.QUERY, description = "the original is in any of these languages")
    @Parameter(name = "standard", in = ParameterIn.QUERY, description = "any of these standards")
    @Parameter(name = "dataLocation", in = ParameterIn.QUERY, description = "any of these countries")
    @Parameter(name = "country", in = ParameterIn.QUERY, description = "any of these countries")
    @Parameter(name = "city", in = ParameterIn.QUERY, description = "any of these places by UN/LOCODE")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "any of these kinds of deal")
    @Parameter(name = "verified", in = ParameterIn.QUERY, description = "true: verified buyers only")
    @Parameter(
            name = "budgetMin",
            in = ParameterIn.QUERY,
            description = "demands whose budget reaches this, in whatever currency there is a rate for; needs currency")
    @Parameter(name = "currency", in = ParameterIn.QUERY, description = "by ISO 4217")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100, default 20")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "the cursor of the page before")
    @Parameter(
            name = HttpHeaders.ACCEPT_LANGUAGE,
            in = ParameterIn.HEADER,
            description = "in which concepts are named; that of the words where it is not given")
    @GetMapping("/demands")
    Mono<ResponseEntity<SearchView>> demands(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            ServerWebExchange exchange) {
        return answer(Kind.DEMANDS, parameters, exchange);
    }

    private Mono<ResponseEntity<SearchView>> answer(
            Kind kind, MultiValueMap<String, String> parameters, ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        Search search = Search.of(kind, parameters, thesaurus.vocabulary()::has);
        return searching
                .search(search, parameters, ReaderLanguage.accepted(headers))
                .map(view -> Pages.ok(exchange, view.next())
                        .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                        .body(view));
    }
}
