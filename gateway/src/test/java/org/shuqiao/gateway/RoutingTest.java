package org.shuqiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which service answers what, and what no service ever sees. */
class RoutingTest {

    static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        gateway.forget();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/offers,                        search",
        "GET,    /api/offers?q=cloud%20%E4%BA%91,    search",
        "GET,    /api/demands,                       search",
        "GET,    /api/suggestions?q=cl,              search",
        "GET,    /api/offers/7/matches,              search",
        "GET,    /api/demands/7/matches,             search",
        "POST,   /api/understandings?reader=zh,      search",
        "POST,   /api/saved-searches,                search",
        "DELETE, /api/saved-searches/7,              search",
        "POST,   /api/saved-searches/7/seen,         search",
        "GET,    /api/alerts,                        search",
        "POST,   /api/offers,                        listing",
        "POST,   /api/demands,                       listing",
        "GET,    /api/offers/7,                      listing",
        "PUT,    /api/offers/7,                      listing",
        "POST,   /api/offers/7/publish,              listing",
        "POST,   /api/demands/7/withdraw,            listing",
        "POST,   /api/offers/imports?publish=true,   listing",
        "POST,   /api/demands/imports,               listing",
        "GET,    /api/imports/7,                     listing",
        "GET,    /api/imports/7/report,              listing",
        "GET,    /api/organizations/7/offers,        listing",
        "GET,    /api/organizations/7/demands,       listing",
        "GET,    /api/offers/7/matches/1,            listing",
        "GET,    /api/organizations/7,               profile",
        "PUT,    /api/organizations/7,               profile",
        "POST,   /api/organizations,                 profile",
        "GET,    /api/organizations?zone=hongqiao,   profile",
        "GET,    /api/organizations/7/offers/1,      profile",
        "GET,    /api/cities,                        profile",
        "GET,    /api/cities/CNSHA,                  profile",
        "GET,    /api/zones,                         profile",
        "GET,    /api/concepts,                      listing",
        "GET,    /api/concepts?q=%E4%BA%91,          listing",
        "GET,    /api/concepts/object-storage,       listing",
        "GET,    /api/concepts/proposals-of-tenders, listing",
        "GET,    /api/thesaurus,                     listing",
        "POST,   /api/corrections,                   listing",
    })
    void sendsTheRequestToItsServiceWithoutThePrefix(String method, String path, String service) {
        HttpRequest.BodyPublisher body =
                method.equals("GET") ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString("{}");

        HttpResponse<String> answer = gateway.send(gateway.request(path).method(method, body));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(service + " " + method + " " + path.substring("/api".length()) + " "
                        + (method.equals("GET") ? 0 : 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed",
                "/feed/offers",
                "/feed/offers?after=x",
                "/api/feed/offers",
                "/api/feed",
                "/api/feed/thesaurus",
                "/api/concepts/proposals",
                "/api/concepts/proposals?status=proposed",
                "/api/concepts/%70roposals",
                "/api/concepts/proposals/7",
                "/api/concepts/proposals/7/publish",
                "/api/concepts/object-storage/7",
                "/api/thesaurus/7",
                "/api/corrections",
                "/api/corrections/groups",
                "/api/corrections/groups/7",
                "/api/corrections/7",
                "/actuator",
                "/actuator/env",
                "/actuator/gateway/routes",
                "/actuator/rebuild",
                "/api/actuator/health",
                "/api/actuator/rebuild",
                "/api",
                "/api/unknown",
                "/offers",
                "/organizations",
                "/v3/api-docs",
                "/webjars/swagger-ui/index.html",
                "/docs/unknown.js",
                "/favicon.ico",
                // one resource has one path
                "/api/offers/",
                "/api/offers/7/",
                "/API/offers",
                "/api/Offers",
                "//api/offers",
                "/api//offers",
                "/api/offers//7",
                "/api/./offers",
                "/api/offers/../feed/offers",
                "/api/offers/..",
                "/api/offers/%2e%2e/feed/offers",
                "/api/offers/%2E%2E/%2E%2E/feed",
                "/api/offers/.%2e/feed/offers",
                "/api/offers/..%2ffeed%2foffers",
                "/api/offers%2f7",
                "/api/offers%2F..%2Ffeed",
                "/api%2foffers",
                "/%61pi/offers",
                "/api/offers/..;/feed/offers",
                "/api/offers;x=1",
                "/api/offers;/7",
                "/api;x/feed/offers",
                "/api/offers/%252e%252e/feed",
                "/api/offers/%c0%ae%c0%ae/feed",
                "/api/offers/%00",
                "/api/offers/7%0d%0aX:1",
                "/api/offers/%5c..%5cfeed",
                "/actuator/health/",
                "/actuator;/health",
                "/actuator/../feed/offers",
            })
    void findsNothingElse(String target) {
        assertThat(gateway.rawStatus(target)).isEqualTo(404);
        assertNobodyWasAsked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/concepts",
                "/api/concepts/object-storage",
                "/api/concepts/proposals",
                "/api/concepts/proposals/7/publish",
                "/api/corrections/groups",
                "/api/corrections/groups/7/accept",
                "/api/corrections/groups/7/reject",
                "/api/thesaurus"
            })
    void leadsNobodyToAChangeOfTheThesaurus(String path) {
        HttpResponse<String> answer =
                gateway.send(gateway.request(path).method("POST", HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertNobodyWasAsked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/offers\\..\\feed",
                "/api/offers/%zz",
                "/api/offers?q=%",
                "/api/offers?q=a|b",
                "/api/offers?q={x}%20"
            })
    void refusesWhatIsNoAddress(String target) {
        assertThat(gateway.rawStatus(target)).isEqualTo(400);
        assertNobodyWasAsked();
    }

    @Test
    void readsTheAbsoluteFormOfATargetAsItsPath() {
        assertThat(gateway.rawStatus("http://inside.example/feed/offers")).isEqualTo(404);
        assertNobodyWasAsked();
    }

    @Test
    void refusesMethodsNobodyNeeds() {
        String answer = gateway.raw("TRACE /api/offers HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405").containsIgnoringCase("\r\nallow: GET, ");
        assertNobodyWasAsked();
    }

    @Test
    void refusesABodyThatHasNoMeaning() {
        HttpResponse<String> answer = gateway.send(
                gateway.request("/api/offers").method("GET", HttpRequest.BodyPublishers.ofString("{\"q\":1}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:shuqiao:problem:body-not-allowed");
        assertNobodyWasAsked();
    }

    @Test
    void opensNoWebSocket() {
        String answer = gateway.raw(
                "GET /api/offers HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\n"
                        + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(gateway.search.lastAsked().headers().contains("Upgrade")).isFalse();
    }

    @Test
    void greetsWithLinks() {
        HttpResponse<String> answer = gateway.get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"/docs\"", "\"/openapi.json\"", "web UI");
    }

    private static void assertNobodyWasAsked() {
        assertThat(gateway.profile.asked()).isEmpty();
        assertThat(gateway.listing.asked()).isEmpty();
        assertThat(gateway.search.asked()).isEmpty();
    }
}
