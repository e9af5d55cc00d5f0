package org.shuqiao.search.find;

import io.swagger.v3.oas.annotations.Parameter;
import org.shuqiao.contracts.search.SearchView;
import org.shuqiao.search.index.Kind;
import org.shuqiao.web.Cursor;
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

    SearchEndpoint(ElasticSearching searching) {
        this.searching = searching;
    }

    /**
     * Offers by words and choices: q, language, area, deliveryModel, languages, standard, dataLocation, country, city,
     * zone, verified, market, priceMax with currency, limit, after.
     */
    @GetMapping("/offers")
    Mono<ResponseEntity<SearchView>> offers(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            ServerWebExchange exchange) {
        return answer(Kind.OFFERS, parameters, exchange);
    }

    /**
     * Demands by words and choices: q, language, area, kind, deliveryModel, languages, standard, dataLocation, country,
     * city, verified, budgetMin with currency, limit, after.
     */
    @GetMapping("/demands")
    Mono<ResponseEntity<SearchView>> demands(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            ServerWebExchange exchange) {
        return answer(Kind.DEMANDS, parameters, exchange);
    }

    private Mono<ResponseEntity<SearchView>> answer(
            Kind kind, MultiValueMap<String, String> parameters, ServerWebExchange exchange) {
        return searching.search(Search.of(kind, parameters), parameters).map(view -> {
            ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
            String next = view.next();
            if (next != null) {
                answer.header(HttpHeaders.LINK, Cursor.link(exchange.getRequest(), next));
            }
            return answer.body(view);
        });
    }
}
