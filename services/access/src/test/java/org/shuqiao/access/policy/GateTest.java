package org.shuqiao.access.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.access.ServersForStand;
import org.shuqiao.access.Stand;
import org.shuqiao.access.StandTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

@StandTest
class GateTest {
    @LocalServerPort
    private int port;

    private Stand stand;

    @BeforeEach
    void connect() {
        stand = new Stand(port);
    }

    @Test
    void asksNobodyWhoItIsWhereAllMay() {
        stand.get("/suggestions", null).expectStatus().isOk();
    }

    @Test
    void tellsWhoIsUnknownFromWhoHasNoRight() {
        stand.get("/saved-searches", null)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:not-authenticated");
        stand.get("/saved-searches", ServersForStand.ISSUER.account(UUID.randomUUID()))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:not-allowed");
    }

    @Test
    void handsOnWhatIsReached() {
        stand.get("/offers", null)
                .expectBody()
                .jsonPath("$.reach.published")
                .isEqualTo(true)
                .jsonPath("$.reach.all")
                .isEqualTo(false);
    }

    @Test
    void hasNothingWhereThereIsNoRule() {
        for (String uri : List.of("/", "/secrets", "/offers/", "/Offers", "/static/x.js", "/webjars/x", "/error")) {
            stand.get(uri, null)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:shuqiao:problem:not-found");
        }
        stand.client().post().uri("/offers").exchange().expectStatus().isEqualTo(405);
        stand.client().head().uri("/saved-searches").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void refusesAddressesThatCouldBeReadInTwoWays() {
        for (String path : List.of("/offers%2f", "/offers;a=b", "/x/%2e%2e/offers", "//saved-searches", "/offers%0a")) {
            stand.client()
                    .get()
                    .uri(URI.create("http://127.0.0.1:" + port + path))
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectHeader()
                    .contentType("application/problem+json")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:shuqiao:problem:invalid-value");
        }
    }

    /** Or a media type would lead past the rule: Spring takes the next best endpoint when the best does not write it. */
    @Test
    void findsNothingWhenAnotherEndpointAnswersThanWasAskedFor() {
        Policy policy = Policy.read().of("listing");
        PathPattern gated = PathPatternParser.defaultInstance.parse("/concepts/{id}");
        PathPattern other = PathPatternParser.defaultInstance.parse("/concepts/proposals");
        ServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/concepts/proposals"));
        assertThatThrownBy(() -> PolicyGate.ruleOf(exchange)).isInstanceOf(IllegalStateException.class);
        PolicyGate.enter(exchange, policy.rule("concept", Verb.READ), gated);
        exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, other);
        assertThatThrownBy(() -> PolicyGate.ruleOf(exchange)).hasMessageContaining("not-found");
        exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, gated);
        assertThat(PolicyGate.ruleOf(exchange).resource()).isEqualTo("concept");
    }

    @Test
    void namesEveryEndpointWithoutARule() throws NoSuchMethodException {
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        for (RequestMappingInfo.Builder endpoint : List.of(
                RequestMappingInfo.paths("/offers").methods(RequestMethod.GET),
                RequestMappingInfo.paths("/offers", "/secrets").methods(RequestMethod.POST),
                RequestMappingInfo.paths("/everything"))) {
            mapping.registerMapping(endpoint.build(), this, GateTest.class.getDeclaredMethod("connect"));
        }
        assertThat(new Endpoints(Policy.read().of("search-index")).unruled(List.of(mapping)))
                .containsExactly("* /everything", "POST /offers", "POST /secrets");
    }
}
