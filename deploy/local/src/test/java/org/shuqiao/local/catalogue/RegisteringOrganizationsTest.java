package org.shuqiao.local.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.local.catalogue.ImportSummary.Organizations;
import tools.jackson.databind.node.ObjectNode;

class RegisteringOrganizationsTest {

    private final Peer peer = new Peer();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void stop() {
        peer.close();
    }

    private Organizations register(Stream<ObjectNode> organizations) {
        try (Gateway gateway = new Gateway(peer.address(), Peer.QUICK)) {
            return new RegisteringOrganizations(gateway).register(organizations, told::add);
        }
    }

    private static ObjectNode organization(String id) {
        ObjectNode organization = JsonLines.JSON.createObjectNode().put("legalName", "Firm " + id);
        organization.set("identifiers", Shaping.identifiers("SHUQIAO-DEMO", id));
        return organization;
    }

    @Test
    void registersEachUnderAKeyOfItsFirstIdentifierWithAtMostEightAtATime() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        peer.on("POST /api/organizations", (exchange, body) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Patience.sleep(Duration.ofMillis(20));
            now.decrementAndGet();
            Peer.reply(exchange, 201, "{}");
        });

        Organizations done = register(IntStream.range(0, 60).mapToObj(i -> organization("p-" + i)));

        assertThat(done.registered()).isEqualTo(60);
        assertThat(most.get()).isBetween(2, 8);
        assertThat(peer.asked("POST"))
                .extracting(Peer.Asked::key)
                .contains("catalogue:SHUQIAO-DEMO:p-0", "catalogue:SHUQIAO-DEMO:p-59")
                .doesNotHaveDuplicates();
    }

    @Test
    void takesAnIdentifierThatIsRegisteredAlreadyForDone() {
        peer.on("POST /api/organizations", 409, "{\"title\":\"Identifier already registered\"}");
        peer.on(
                "GET /api/organizations?identifier=SHUQIAO-DEMO%3Ap-1",
                200, "{\"items\":[{\"id\":\"0198a7d2-0000-7000-8000-000000000001\"}]}");

        Organizations done = register(Stream.of(organization("p-1")));

        assertThat(done.alreadyThere()).isEqualTo(1);
        assertThat(done.refused()).isZero();
    }

    @Test
    void asksAgainWhileTheSameRequestIsInFlight() {
        AtomicInteger times = new AtomicInteger();
        peer.on("GET /api/organizations?identifier=", 200, "{\"items\":[]}");
        peer.on(
                "POST /api/organizations",
                (exchange, body) -> Peer.reply(exchange, times.incrementAndGet() < 3 ? 409 : 201, "{}"));

        assertThat(register(Stream.of(organization("p-1"))).registered()).isEqualTo(1);
    }

    @Test
    void revisesAnOrganizationWhoseLineHasChangedSince() {
        peer.on("POST /api/organizations", 422, "{\"title\":\"Another body under this key\"}");
        peer.on("GET /api/organizations?identifier=", 200, "{\"items\":[{\"id\":\"id-1\"}]}");
        peer.on("GET /api/organizations/id-1", (exchange, body) -> {
            exchange.getResponseHeaders().add("ETag", "\"4\"");
            Peer.reply(exchange, 200, "{\"id\":\"id-1\"}");
        });
        peer.on("PUT /api/organizations/id-1", 200, "{}");

        assertThat(register(Stream.of(organization("p-1"))).revised()).isEqualTo(1);
        assertThat(peer.asked("PUT")).singleElement().satisfies(put -> {
            assertThat(put.ifMatch()).isEqualTo("\"4\"");
            assertThat(put.body()).contains("Firm p-1");
        });
    }

    @Test
    void goesOnAfterARefusedOneAndSaysWhy() {
        peer.on("POST /api/organizations", (exchange, body) -> {
            boolean bad = new String(body, java.nio.charset.StandardCharsets.UTF_8).contains("p-2");
            Peer.reply(
                    exchange,
                    bad ? 400 : 201,
                    "{\"title\":\"Not valid\",\"errors\":[{\"field\":\"city\",\"expected\":\"a UN/LOCODE\",\"received\":\"XX\"}]}");
        });

        Organizations done = register(Stream.of("p-1", "p-2", "p-3").map(RegisteringOrganizationsTest::organization));

        assertThat(done.registered()).isEqualTo(2);
        assertThat(done.firstRefused())
                .containsExactly("SHUQIAO-DEMO:p-2: 400 Not valid (city: expected a UN/LOCODE, got XX)");
    }

    @Test
    void repeatsOverTooManyRequestsAndOutages() {
        int[] statuses = {429, 503, 201};
        AtomicInteger times = new AtomicInteger();
        peer.on(
                "POST /api/organizations",
                (exchange, body) -> Peer.reply(exchange, statuses[times.getAndIncrement()], "{}"));

        assertThat(register(Stream.of(organization("p-1"))).registered()).isEqualTo(1);
    }

    @Test
    void endsWithAReasonWhenTheSystemStaysAway() {
        peer.on("POST /api/organizations", 503, "{\"title\":\"Down\"}");

        assertThatThrownBy(() -> register(Stream.of(organization("p-1"), organization("p-2"))))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("gave no answer in 3 s: 503 Down");
    }
}
