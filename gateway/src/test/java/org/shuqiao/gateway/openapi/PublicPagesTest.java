package org.shuqiao.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.gateway.Peer;
import org.shuqiao.gateway.RunningGateway;
import org.shuqiao.gateway.signin.Browser;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents of three services become one of what is reachable. */
class PublicPagesTest {

    RunningGateway gateway;

    @BeforeEach
    void start() {
        gateway = RunningGateway.start(
                "shuqiao.gateway.open-api.timeout=1s", "shuqiao.gateway.open-api.keep-incomplete=300ms");
        serve(gateway.profile, resource("profile.json"));
        serve(gateway.listing, resource("listing.json"));
        serve(gateway.search, resource("search.json"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void listsExactlyTheOperationsThatAreRoutedToTheServiceThatDocumentsThem() {
        JsonNode document = document();

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(operations(document))
                .containsExactlyInAnyOrder(
                        "get /api/organizations/{id} profile",
                        "post /api/organizations profile",
                        "post /api/offers listing",
                        "get /api/offers/{id} listing",
                        "get /api/organizations/{id}/offers listing",
                        "get /api/offers search",
                        "get /api/offers/{id}/matches search",
                        "get /sign-in gateway",
                        "get /api/session gateway",
                        "post /sign-out gateway");
    }

    /** What the gateway documents of itself is what it answers. */
    @Test
    void documentsItsOwnOperationsAndTheWaysToSayWhoAsks() {
        JsonNode document = document();

        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/components/securitySchemes/session/name").asString())
                .isEqualTo(Browser.SESSION);
        assertThat(gateway.get("/api/session").statusCode()).isEqualTo(204);
        assertThat(gateway.post("/sign-out", "").statusCode()).isEqualTo(204);
        assertThat(gateway.get("/sign-in").statusCode()).as("without a secret").isEqualTo(503);
    }

    @Test
    void renamesOnlyWhatMeansDifferentThingsInTwoServices() {
        JsonNode document = document();
        JsonNode schemas = document.path("components").path("schemas");

        assertThat(schemas.propertyNames())
                .containsExactlyInAnyOrder(
                        "Problem", // the same everywhere
                        "Money", // in one service only
                        "ListingOffer",
                        "SearchOffer", // different
                        "ListingPage",
                        "SearchPage", // the same words about different offers
                        "Organization");
        assertThat(document.at("/paths/~1api~1offers/get/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/SearchPage");
        assertThat(document.at("/paths/~1api~1offers/post/requestBody/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/ListingOffer");
        assertThat(schemas.at("/ListingPage/properties/items/items/$ref").asString())
                .isEqualTo("#/components/schemas/ListingOffer");
        assertThat(schemas.at("/SearchPage/properties/items/items/$ref").asString())
                .isEqualTo("#/components/schemas/SearchOffer");
        assertThat(document.at("/paths/~1api~1offers/get/operationId").asString())
                .isEqualTo("SearchList");
        assertThat(document.at("/paths/~1api~1organizations~1{id}~1offers/get/operationId")
                        .asString())
                .isEqualTo("ListingList");
        assertThat(document.at("/paths/~1api~1offers/post/operationId").asString())
                .isEqualTo("draftOffer");
    }

    @Test
    void resolvesEveryReference() {
        JsonNode document = document();

        List<String> references = document.findValuesAsString("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void keepsParametersOfThePathWithTheirOperation() {
        JsonNode parameters = document().at("/paths/~1api~1offers~1{id}~1matches/get/parameters");

        assertThat(parameters.findValuesAsString("name")).containsExactly("id", "limit");
    }

    @Test
    void saysWhichServiceIsMissingAndAsksItAgainSoon() throws InterruptedException {
        gateway.search.answers((request, response) -> Mono.never());

        JsonNode incomplete = document();
        assertThat(incomplete.path("info").path("description").asString()).contains("no document came from search");
        assertThat(operations(incomplete))
                .contains("post /api/offers listing")
                .noneMatch(operation -> operation.endsWith("search"));
        assertThat(incomplete.path("components").path("schemas").has("Offer"))
                .as("no clash while search is away")
                .isTrue();

        serve(gateway.search, resource("search.json"));
        Thread.sleep(400);
        JsonNode complete = document();
        assertThat(complete.path("info").path("description").asString()).doesNotContain("Incomplete");
        assertThat(operations(complete)).contains("get /api/offers search");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[]", "7", ""})
    void survivesADocumentThatIsNone(String nonsense) {
        serve(gateway.listing, nonsense);

        JsonNode document = document();

        assertThat(document.path("info").path("description").asString()).contains("no document came from listing");
        assertThat(operations(document)).contains("get /api/offers search");
    }

    @Test
    void asksTheServicesOnceForManyReaders() {
        for (int i = 0; i < 5; i++) {
            document();
        }

        assertThat(gateway.listing.asked()).extracting(Peer.Asked::uri).containsExactly("/openapi.json");
    }

    @Test
    void servesAPageThatShowsTheDocumentAndNeedsNoOtherHost() {
        HttpResponse<String> page = gateway.get("/docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("script-src 'self' 'unsafe", "http");
        List<String> files = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .filter(file -> !file.startsWith("data:"))
                .toList();
        assertThat(files).hasSize(3).allSatisfy(file -> {
            assertThat(file).startsWith("/docs/");
            HttpResponse<String> answer = gateway.get(file);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isNotEmpty();
        });
        assertThat(gateway.get("/docs/docs.js").body()).contains("'/openapi.json'", "validatorUrl: null");
    }

    private JsonNode document() {
        HttpResponse<String> answer = gateway.get("/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<String> operations(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> operation.getKey() + " " + path.getKey() + " "
                                + operation.getValue().path("tags").path(0).asString()))
                .toList();
    }

    private static void serve(Peer peer, String document) {
        peer.answers((request, response) -> response.header("Content-Type", "application/json")
                .sendString(Mono.just(document))
                .then());
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PublicPagesTest.class.getResourceAsStream("/openapi/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
