package org.shuqiao.local.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqiao.local.catalogue.Folder.DemandKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CatalogueTest {

    private static final String DONE = "{\"id\":\"i\",\"created\":1,\"revised\":0,\"unchanged\":0,\"refused\":0}";

    @TempDir
    Path dir;

    private final Peer peer = new Peer();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        peer.close();
    }

    private static List<JsonNode> documents(Optional<Lines> lines) throws IOException {
        try (InputStream in = lines.orElseThrow().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JsonLines.JSON::readTree)
                    .toList();
        }
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(dir.resolve(name), String.join("\n", lines) + "\n");
    }

    @Test
    void saysInOneLineWhatAFolderShouldHaveHeld() {
        assertThatThrownBy(() -> Catalogue.open(dir))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("organizations.jsonl")
                .hasMessageContaining("corpus.jsonl with queries.jsonl")
                .hasMessageContaining("notices.jsonl")
                .message()
                .doesNotContain("\n");
        assertThatThrownBy(() -> Catalogue.open(dir.resolve("nowhere"))).hasMessageContaining("is no folder");
    }

    @Test
    void importsOrganizationsBeforeOffersBeforeDemandsAndWaitsForTheIndex() throws IOException {
        write("organizations.jsonl", "{\"legalName\":\"A\",\"identifiers\":[{\"scheme\":\"S-1\",\"id\":\"a\"}]}");
        write("offers.csv", "reference,provider,title", "o-1,S-1:a,Cloud");
        write("demands.jsonl", "{\"reference\":\"d-1\",\"buyer\":\"S-1:a\"}");
        peer.on("POST /api/organizations", 201, "{}");
        peer.on("POST /api/offers/imports", 200, DONE);
        peer.on("POST /api/demands/imports", 200, DONE);
        peer.on("GET /api/organizations?identifier=S-1%3Aa", 200, "{\"items\":[{\"id\":\"org\"}]}");
        peer.on("GET /api/organizations/org/demands", 200, "{\"items\":[{\"id\":\"dem\",\"reference\":\"d-1\"}]}");
        peer.on("GET /api/demands/dem/matches", 200, "{\"matches\":[]}");
        int[] totals = {0, 0, 1};
        int[] at = {0};
        peer.on(
                "GET /api/offers?q=*",
                (exchange, body) -> Peer.reply(exchange, 200, "{\"total\":" + totals[Math.min(at[0]++, 2)] + "}"));

        int[] demands = {0, 1};
        int[] looked = {0};
        peer.on(
                "GET /api/demands?q=*",
                (exchange, body) -> Peer.reply(exchange, 200, "{\"total\":" + demands[Math.min(looked[0]++, 1)] + "}"));

        ImportSummary summary = Catalogue.open(dir).importInto(peer.address(), told::add, Peer.QUICK);

        assertThat(looked[0]).as("until all demands are found").isEqualTo(2);
        assertThat(summary.complete()).isTrue();
        assertThat(summary.searchable()).isTrue();
        assertThat(peer.asked("POST"))
                .extracting(asked -> asked.path().replaceAll("\\?.*", ""))
                .containsExactly("/api/organizations", "/api/offers/imports", "/api/demands/imports");
        assertThat(peer.asked("POST /api/offers")).singleElement().satisfies(asked -> {
            assertThat(asked.contentType()).isEqualTo("text/csv;charset=UTF-8");
            assertThat(asked.body()).isEqualTo("reference,provider,title\no-1,S-1:a,Cloud\n");
        });
        assertThat(peer.asked("GET /api/demands/dem/matches")).isNotEmpty();
    }

    @Test
    void keysDependOnTheBytesAndNotOnTheDay() throws IOException {
        write("offers.jsonl", "{\"reference\":\"o-1\"}");
        String first = Catalogue.key("catalogue:x", Kind.OFFERS, Lines.of(dir.resolve("offers.jsonl")));
        String again = Catalogue.key("catalogue:x", Kind.OFFERS, Lines.of(dir.resolve("offers.jsonl")));
        write("offers.jsonl", "{\"reference\":\"o-2\"}");
        String changed = Catalogue.key("catalogue:x", Kind.OFFERS, Lines.of(dir.resolve("offers.jsonl")));

        assertThat(again).isEqualTo(first).startsWith("offers:").endsWith(":catalogue:x");
        assertThat(changed).isNotEqualTo(first);
    }

    @Test
    void keysAreVisibleAsciiWhateverTheFolderIsCalled() {
        assertThat(Gateway.key("my 数据%")).isEqualTo("my%20%E6%95%B0%E6%8D%AE%25");
        assertThat(Gateway.key("数".repeat(200))).hasSize(255).isNotEqualTo(Gateway.key("数".repeat(201)));
    }

    @Test
    void isContentWithACountThatStopsAtALowerBound() throws IOException {
        write("offers.jsonl", "{\"reference\":\"o-1\"}");
        peer.on("POST /api/offers/imports", 200, "{\"id\":\"i\",\"created\":100000,\"refused\":0}");
        peer.on("GET /api/offers?q=*", 200, "{\"total\":10000,\"totalIsLowerBound\":true}");

        assertThat(Catalogue.open(dir)
                        .importInto(peer.address(), told::add, Peer.QUICK)
                        .searchable())
                .isTrue();
    }

    @Test
    void saysSoWhereTheIndexDoesNotCatchUp() throws IOException {
        write("offers.jsonl", "{\"reference\":\"o-1\"}");
        peer.on("POST /api/offers/imports", 200, DONE);
        peer.on("GET /api/offers?q=*", 200, "{\"total\":0}");

        ImportSummary summary = Catalogue.open(dir).importInto(peer.address(), told::add, Peer.QUICK);

        assertThat(summary.searchable()).isFalse();
        assertThat(told).last().asString().contains("did not catch up");
    }

    @Test
    void namesFileAndLineOfWhatIsNoJson() throws IOException {
        write("organizations.jsonl", "{}", "", "{\"legalName\":");
        Folder folder = NativeFolder.in(dir).orElseThrow();

        assertThatThrownBy(() -> folder.organizations().toList())
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("organizations.jsonl line 3: expected a JSON object");
    }

    @Test
    void makesAProviderAndAnOfferOfEachDocumentAndADemandOfEachQuery() throws IOException {
        write("corpus.jsonl", """
                {"_id":"SH1","title":"云上公司","text":"云存储","metadata":{"language":"zh","country":"CN","city":"CNSHA"}}""", """
                {"_id":"S2","title":"Acme","text":"Servers","metadata":{"language":"en","city":"Paris","trackRecord":[\
                {"buyer":"B","date":"2022-01-28","amount":10.5,"currency":"SGD","title":"T"},\
                {"buyer":"C","date":"2023-01-28","amount":0.0,"currency":"SGD","title":"U"}]}}""");
        write("queries.jsonl", """
                {"_id":"q1","text":"Нужны 8.000 счётчиков воды. Остров.","metadata":{"language":"ru","country":"Sri Lanka"}}""", """
                {"_id":"q2","text":"Wasser","metadata":{"language":"de","country":"UK"}}""", """
                {"_id":"q3","text":"More water","metadata":{"language":"en","country":"SG","buyer":"PUB"}}""", """
                {"_id":"q4","text":"Even more","metadata":{"language":"en","country":"SG","buyer":"PUB"}}""");
        Folder folder = BeirFolder.in(dir, "shanghai-ru").orElseThrow();

        List<ObjectNode> organizations = folder.organizations().toList();
        assertThat(organizations).hasSize(5);
        assertThat(organizations.get(0).toString()).isEqualTo("""
                {"legalName":{"original":"zh","values":{"zh":"云上公司"}},\
                "identifiers":[{"scheme":"BEIR-SHANGHAI-RU","id":"SH1"}],"roles":["provider"],"city":"CNSHA"}""");
        assertThat(organizations.get(1).path("city").isMissingNode()).isTrue();
        assertThat(organizations.get(1).path("trackRecord").toString()).isEqualTo("""
                [{"buyer":"C","date":"2023-01-28","title":"U"},\
                {"buyer":"B","date":"2022-01-28","amount":{"amount":"10.5","currency":"SGD"},"title":"T"}]""");
        assertThat(organizations.get(2).path("legalName").toString()).contains("Buyer in Sri Lanka");
        assertThat(organizations.get(2).path("country").stringValue()).isEqualTo("LK");
        assertThat(organizations.get(4).path("legalName").toString()).contains("PUB");

        assertThat(documents(folder.offers()).getFirst().toString()).isEqualTo("""
                {"reference":"SH1","provider":"BEIR-SHANGHAI-RU:SH1","title":{"original":"zh","values":{"zh":"云上公司"}},\
                "summary":{"original":"zh","values":{"zh":"云存储"}}}""");

        List<JsonNode> demands = documents(folder.demands());
        String buyer = RegisteringOrganizations.identifier(organizations.get(2));
        assertThat(demands.getFirst().toString()).isEqualTo("""
                {"reference":"q1","buyer":"%s","kind":"purchase",\
                "title":{"original":"ru","values":{"ru":"Нужны 8.000 счётчиков воды"}},\
                "problem":{"original":"ru","values":{"ru":"Нужны 8.000 счётчиков воды. Остров."}},\
                "place":{"country":"LK"}}""".formatted(buyer));
        assertThat(demands.get(1).path("place").path("country").stringValue()).isEqualTo("GB");
        assertThat(demands.get(2).path("buyer")).isEqualTo(demands.get(3).path("buyer"));
        assertThat(folder.demandKeys().toList()).contains(new DemandKey(buyer, "q1", false));
    }

    @Test
    void makesADemandOfEachNoticeInItsLanguage() throws IOException {
        write("notices.jsonl", """
                {"id":"1-2016","country":"EL","lang":"EL","buyer":"Δήμος","cpv":["72212517","72000000","72212517"],\
                "values":[["PROCUREMENT_TOTAL","EUR","900.50"],["ESTIMATED_TOTAL","EUR","1"],["ESTIMATED_TOTAL","EUR","1000"]],\
                "title":"Τίτλος","descr":"Περιγραφή","lot_descr":"Τμήμα"}""", """
                {"id":"2-2016","country":"UK","lang":"EN","buyer":"Council","cpv":[],"values":[["ESTIMATED_TOTAL","GBP","0"]],\
                "title":"Title","descr":"","lot_descr":""}""");
        Folder folder = NoticesFolder.in(dir).orElseThrow();

        List<JsonNode> demands = documents(folder.demands());
        assertThat(demands.getFirst().toString()).isEqualTo("""
                {"reference":"1-2016","buyer":"%s","kind":"purchase",\
                "title":{"original":"el","values":{"el":"Τίτλος"}},\
                "problem":{"original":"el","values":{"el":"Περιγραφή\\nΤμήμα"}},\
                "classification":[{"scheme":"CPV","id":"72212517"},{"scheme":"CPV","id":"72000000"}],\
                "budget":{"max":"1000","currency":"EUR"},"place":{"country":"GR"}}""".formatted(RegisteringOrganizations.identifier(
                folder.organizations().toList().getFirst())));
        assertThat(demands.get(1).path("problem").toString()).contains("Title");
        assertThat(demands.get(1).has("budget")).isFalse();
        assertThat(demands.get(1).path("place").path("country").stringValue()).isEqualTo("GB");
    }

    @Test
    void findsDemandsOfACsvFile() throws IOException {
        write("demands.csv", "buyer,reference,essentials,title", "S-1:a,d-1,,\"A, B\"", "S-1:b,d-2,standard=SOC 2,C");

        assertThat(NativeFolder.in(dir).orElseThrow().demandKeys().toList())
                .containsExactly(new DemandKey("S-1:a", "d-1", false), new DemandKey("S-1:b", "d-2", true));
    }

    @Test
    void provesByTheFirstDemandWithMustHavesThatHasMatches() throws IOException {
        write(
                "demands.jsonl",
                "{\"reference\":\"d-1\",\"buyer\":\"S-1:a\"}",
                "{\"reference\":\"d-2\",\"buyer\":\"S-1:a\",\"essentials\":[{\"kind\":\"language\",\"value\":\"ru\"}]}",
                "{\"reference\":\"d-3\",\"buyer\":\"S-1:a\",\"essentials\":[{\"kind\":\"language\",\"value\":\"ru\"}]}");
        peer.on("GET /api/organizations?identifier=", 200, "{\"items\":[{\"id\":\"org\"}]}");
        peer.on("GET /api/organizations/org/demands", (exchange, body) -> {
            Peer.reply(
                    exchange,
                    200,
                    "{\"items\":[{\"id\":\"x1\",\"reference\":\"d-1\"},{\"id\":\"x2\",\"reference\":\"d-2\"}],\"next\":\"C2\"}");
        });
        peer.on(
                "GET /api/organizations/org/demands?limit=100&cursor=C2",
                200,
                "{\"items\":[{\"id\":\"x3\",\"demand\":{\"reference\":\"d-3\"}}]}");
        peer.on("GET /api/demands/x2/matches", 200, "{\"matches\":[]}");
        peer.on("GET /api/demands/x3", 200, """
                {"id":"x3","demand":{"title":{"original":"ru","values":{"ru":{"value":"Складская система"}}},
                "place":{"country":"KZ","city":"KZALA"},"budget":{"max":"90000","currency":"USD"},
                "essentials":[{"kind":"language","value":"ru"},{"kind":"within-budget"}]}}""");
        peer.on("GET /api/demands/x3/matches", 200, """
                {"demandId":"x3","rankingVersion":"r1","generation":4,"new":1,"matches":[{"offerId":"o","providerName":
                {"original":"zh","values":{"zh":{"value":"某公司"},"en":{"value":"Some Firm"}}},
                "title":{"original":"zh","values":{"zh":{"value":"海外仓WMS"}}},"score":0.634,"buyerScore":0.7,"providerScore":0.58,
                "reasons":{"buyer":[{"feature":"languages","value":1.0,"state":"met","message":"speaks ru","details":["ru"]}],
                "provider":[{"feature":"market","value":0.0,"state":"unmet","message":"KZ is no target"}]}}],
                "excluded":[{"offerId":"e","title":"Другое","unmet":[{"feature":"language","message":"ru is not served"}]}],
                "excludedTotal":7}""");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        boolean matched = new Proof(Catalogue.open(dir), Peer.QUICK)
                .print(peer.address(), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(matched).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"))
                .isEqualTo("""
                        Demand   Складская система  [ru]
                                 place KZALA, Kazakhstan · budget 90000 USD
                        must     language ru · within-budget

                        Short list (1 of 1, ranking r1, index generation 4)
                         1  海外仓WMS
                            某公司 / Some Firm
                            score 0.63 · buyer 0.70 · provider 0.58
                              for the buyer
                                ✓ languages 1.00 – speaks ru [ru]
                              for the provider
                                ✗ market 0.00 – KZ is no target

                        Excluded by a must-have: 7
                            Другое – language: ru is not served
                        """);
    }

    @Test
    void provesNothingWhereNoDemandHasAMatch() throws IOException {
        write("offers.jsonl", "{\"reference\":\"o-1\",\"provider\":\"S-1:a\"}");
        write("demands.jsonl", "{\"reference\":\"d-1\",\"buyer\":\"S-1:a\"}");
        peer.on("GET /api/organizations?identifier=", 200, "{\"items\":[{\"id\":\"org\"}]}");
        peer.on("GET /api/organizations/org/demands", 200, "[{\"id\":\"x1\",\"reference\":\"d-1\"}]");
        peer.on("GET /api/demands/x1/matches", 200, "{\"matches\":[],\"excludedTotal\":2}");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(new Proof(Catalogue.open(dir), Peer.QUICK).print(peer.address(), new PrintStream(out, true)))
                .isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("None of 1 demands");
    }

    @Test
    void showsTheDemandsByLanguageWhereThereAreNoOffersToMatch() throws IOException {
        write("demands.jsonl", "{\"reference\":\"d-1\",\"buyer\":\"S-1:a\"}");
        peer.on("GET /api/demands?limit=1", 200, """
                {"total":3,"items":[],"facets":{"writtenIn":[{"value":"fi","count":2},{"value":"hu","count":1}]}}""");
        peer.on("GET /api/organizations?identifier=", 200, "{\"items\":[{\"id\":\"org\"}]}");
        peer.on("GET /api/organizations/org/demands", 200, "[{\"id\":\"x1\",\"reference\":\"d-1\"}]");
        peer.on("GET /api/demands/x1/matches", 200, "{\"matches\":[],\"excludedTotal\":0}");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(new Proof(Catalogue.open(dir), Peer.QUICK).print(peer.address(), new PrintStream(out, true)))
                .isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Demands in 2 languages: fi 2, hu 1")
                .contains("has demands only");
    }
}
