package org.shuqiao.local.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.local.catalogue.JsonLines.string;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds {@code deploy/demo} to what its README says: counts, shapes, codes, must-haves that select. */
class DemoCatalogueTest {

    private static final Path DEMO =
            Path.of(Objects.requireNonNull(System.getProperty("shuqiao.root")), "deploy", "demo");
    private static final Set<String> AREAS =
            Set.of("cloud-services", "digital-content", "digital-services", "cross-border-ecommerce");
    private static final Set<String> ZONES = Set.of("hongqiao", "pudong", "changning", "jingan", "demonstration-base");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static List<ObjectNode> organizations = List.of();
    private static List<ObjectNode> offers = List.of();
    private static List<ObjectNode> demands = List.of();

    @BeforeAll
    static void read() {
        organizations = lines("organizations.jsonl");
        offers = lines("offers.jsonl");
        demands = lines("demands.jsonl");
    }

    private static List<ObjectNode> lines(String file) {
        try (Stream<ObjectNode> lines = JsonLines.read(DEMO.resolve(file))) {
            return lines.toList();
        }
    }

    private static Stream<ObjectNode> inRole(String role) {
        return organizations.stream().filter(one -> strings(one, "roles").contains(role));
    }

    private static List<String> strings(JsonNode node, String field) {
        return node.path(field).valueStream().map(JsonNode::asString).toList();
    }

    private static Set<String> distinct(List<ObjectNode> records, Function<ObjectNode, String> of) {
        return records.stream().map(of).collect(Collectors.toSet());
    }

    private static String demoId(ObjectNode organization) {
        return organization
                .path("identifiers")
                .valueStream()
                .filter(identifier -> string(identifier, "scheme").equals("SHUQIAO-DEMO"))
                .map(identifier -> "SHUQIAO-DEMO:" + string(identifier, "id"))
                .findFirst()
                .orElse("");
    }

    @Test
    void hasProvidersOffersAndDemandsEnough() {
        assertThat(inRole("provider")).hasSizeGreaterThanOrEqualTo(60);
        assertThat(inRole("buyer")).hasSizeGreaterThanOrEqualTo(40);
        assertThat(offers)
                .hasSizeGreaterThanOrEqualTo(150)
                .allSatisfy(offer -> assertThat(string(offer.path("title").path("values"), "zh"))
                        .isNotBlank());
        assertThat(offers.stream()
                        .filter(offer -> offer.path("title").path("values").has("en")))
                .hasSizeGreaterThanOrEqualTo(50);
        assertThat(demands).hasSizeGreaterThanOrEqualTo(60);
        assertThat(distinct(demands, demand -> string(demand, "buyer"))).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void coversAreasZonesLanguagesCitiesAndCurrencies() {
        assertThat(distinct(offers, offer -> string(offer, "area"))).isEqualTo(AREAS);
        assertThat(distinct(demands, demand -> string(demand, "area"))).isEqualTo(AREAS);
        assertThat(distinct(inRole("provider").toList(), one -> string(one, "zone")))
                .isEqualTo(ZONES);
        assertThat(distinct(demands, demand -> string(demand.path("title"), "original")))
                .hasSizeGreaterThanOrEqualTo(8)
                .doesNotContain("zh", "und");
        assertThat(distinct(demands, demand -> string(demand.path("place"), "city")))
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(distinct(offers, offer -> string(offer.path("price"), "currency")))
                .contains("CNY", "USD", "EUR");
        assertThat(inRole("provider")).allSatisfy(one -> {
            assertThat(string(one, "city")).isEqualTo("CNSHA");
            assertThat(offers)
                    .as("offers of " + demoId(one))
                    .anySatisfy(offer -> assertThat(string(offer, "provider")).isEqualTo(demoId(one)));
        });
    }

    @Test
    void callsEveryRecordByAnIdOfItsOwnAndRefersToOrganizationsOfTheCatalogue() {
        assertThat(organizations)
                .extracting(DemoCatalogueTest::demoId)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(offers).extracting(offer -> string(offer, "reference")).doesNotHaveDuplicates();
        assertThat(demands).extracting(demand -> string(demand, "reference")).doesNotHaveDuplicates();
        assertThat(inRole("provider").map(DemoCatalogueTest::demoId))
                .containsAll(distinct(offers, offer -> string(offer, "provider")));
        assertThat(inRole("buyer").map(DemoCatalogueTest::demoId))
                .containsAll(distinct(demands, demand -> string(demand, "buyer")));
        assertThat(inRole("agency").map(DemoCatalogueTest::demoId))
                .containsAll(demands.stream()
                        .filter(demand -> demand.has("referredBy"))
                        .map(demand -> string(demand, "referredBy"))
                        .toList());
        assertThat(demands.stream().map(demand -> string(demand.path("title").path("values"), original(demand))))
                .doesNotHaveDuplicates();
    }

    private static String original(ObjectNode record) {
        return string(record.path("title"), "original");
    }

    @Test
    void givesProvidersCreditCodesWithRightCheckCharacters() {
        List<String> codes = inRole("provider")
                .map(one -> one.path("identifiers")
                        .valueStream()
                        .filter(identifier -> string(identifier, "scheme").equals("CN-USCC"))
                        .map(identifier -> string(identifier, "id"))
                        .findFirst()
                        .orElse("none for " + demoId(one)))
                .toList();

        assertThat(codes).doesNotHaveDuplicates().allSatisfy(code -> {
            assertThat(code).matches("9131\\d{4}DEMX\\d{4}[0-9X][0-9A-HJ-NPQRTUWXY]");
            assertThat(code.charAt(17)).as(code + " by GB 32100").isEqualTo(CreditCode.check(code.substring(0, 17)));
            assertThat(code.charAt(16))
                    .as(code + " by GB 11714")
                    .isEqualTo(CreditCode.organization(code.substring(8, 16)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"91310115DEMX000148", "91310112DEMX000149", "91310112DEMX000248"})
    void wouldNoticeAWrongCreditCode(String wrong) {
        assertThat(wrong.charAt(17) == CreditCode.check(wrong.substring(0, 17))
                        && wrong.charAt(16) == CreditCode.organization(wrong.substring(8, 16)))
                .isFalse();
    }

    @Test
    void usesNoFieldThatTheApiDoesNotKnow() {
        List<String> unknown = new ArrayList<>();
        organizations.forEach(one -> DemoShapes.ORGANIZATION.check(demoId(one), one, unknown));
        offers.forEach(one -> DemoShapes.OFFER.check(string(one, "reference"), one, unknown));
        demands.forEach(one -> DemoShapes.DEMAND.check(string(one, "reference"), one, unknown));

        assertThat(unknown).isEmpty();
    }

    @Test
    void usesCodesThatExist() {
        Stream.of(offers, demands).flatMap(List::stream).forEach(record -> {
            String name = string(record, "reference");
            Stream.of("dataLocations", "targetMarkets", "excludedMarkets")
                    .forEach(field -> assertThat(COUNTRIES).as(name).containsAll(strings(record, field)));
            Stream.of("price", "budget")
                    .map(record::path)
                    .filter(JsonNode::isObject)
                    .forEach(money -> assertThat(Currency.getInstance(string(money, "currency")))
                            .as(name)
                            .isNotNull());
        });
        assertThat(demands)
                .allSatisfy(demand -> assertThat(string(demand.path("place"), "city"))
                        .startsWith(string(demand.path("place"), "country"))
                        .hasSize(5));
    }

    @Test
    void staysOpenThrough2028() {
        assertThat(Stream.concat(offers.stream(), demands.stream()))
                .allSatisfy(record -> assertThat(Instant.parse(string(record, "validUntil")))
                        .isAfter(Instant.parse("2029-01-01T00:00:00Z")));
    }

    @Test
    void describesEveryOfferWellEnoughToBeFound() {
        assertThat(offers).allSatisfy(offer -> {
            assertThat(string(offer.path("summary").path("values"), "zh")).hasSizeBetween(60, 150);
            assertThat(offer.path("features").size()).isBetween(2, 4);
        });
        assertThat(distinct(offers, offer -> string(offer.path("summary").path("values"), "zh")))
                .hasSameSizeAs(offers);
    }

    @Test
    void saysOfMostOffersHowSoonTheyCanBegin() {
        List<Integer> days = offers.stream()
                .filter(offer -> offer.has("leadTimeDays"))
                .map(offer -> offer.path("leadTimeDays").asInt())
                .toList();

        assertThat(days).hasSize(151).allSatisfy(lead -> assertThat(lead).isBetween(0, 730));
        assertThat(Set.copyOf(days)).hasSizeGreaterThan(10);
    }

    @Test
    void statesMustHavesThatSomeOffersMeetAndOthersDoNot() {
        assertThat(demands).allSatisfy(demand -> {
            List<JsonNode> essentials = demand.path("essentials").valueStream().toList();
            assertThat(essentials).as(string(demand, "reference")).isNotEmpty();
            assertThat(offers.stream().filter(offer -> meetsAll(offer, essentials)))
                    .as(string(demand, "reference") + ": offers that meet " + essentials)
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(offers.stream()
                            .filter(offer -> string(offer, "area").equals(string(demand, "area")))
                            .filter(offer -> !meetsAll(offer, essentials)))
                    .as(string(demand, "reference") + ": offers of its area that fail " + essentials)
                    .isNotEmpty();
        });
    }

    @Test
    void spellsTheStandardsAskedForAsTheOffersDo() {
        Set<String> held = offers.stream()
                .flatMap(offer -> offer.path("standards").valueStream())
                .map(standard -> string(standard, "name"))
                .collect(Collectors.toSet());

        assertThat(demands.stream()
                        .flatMap(demand -> Stream.of("essentials", "niceToHaves")
                                .flatMap(field -> demand.path(field).valueStream()))
                        .filter(requirement -> string(requirement, "kind").equals("standard"))
                        .map(requirement -> string(requirement, "value")))
                .isNotEmpty()
                .allMatch(held::contains);
    }

    private static boolean meetsAll(ObjectNode offer, List<JsonNode> essentials) {
        return essentials.stream().allMatch(essential -> {
            String value = string(essential, "value");
            return switch (string(essential, "kind")) {
                case "standard" ->
                    offer.path("standards")
                            .valueStream()
                            .anyMatch(standard -> string(standard, "name").equals(value));
                case "language" -> strings(offer, "languages").contains(value);
                case "data-location" -> strings(offer, "dataLocations").contains(value);
                case "delivery-model" -> string(offer, "deliveryModel").equals(value);
                default -> true;
            };
        });
    }

    /** The check characters of GB 32100-2015 and of the organization code in it, GB 11714-1997. */
    private static final class CreditCode {

        private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

        private CreditCode() {}

        static char check(String first17) {
            int sum = 0;
            int weight = 1;
            for (char c : first17.toCharArray()) {
                sum += ALPHABET.indexOf(c) * weight;
                weight = weight * 3 % 31;
            }
            return ALPHABET.charAt((31 - sum % 31) % 31);
        }

        static char organization(String first8) {
            int sum = 0;
            for (int i = 0; i < 8; i++) {
                sum += Character.digit(first8.charAt(i), 36) * WEIGHTS[i];
            }
            int check = 11 - sum % 11;
            return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
        }
    }

    /** The fields each kind of record may have, after the public API. */
    private record DemoShapes(Set<String> fields, Map<String, DemoShapes> inner) {

        private static final DemoShapes TEXT = of("original values");
        private static final DemoShapes MONEY = of("amount currency");
        private static final DemoShapes RANGE = of("min max currency unit interval");
        private static final DemoShapes SCHEME = of("scheme id uri");
        private static final DemoShapes REQUIREMENT = of("kind value text").with("text", TEXT);

        static final DemoShapes ORGANIZATION =
                of("legalName tradeName legalForm identifiers roles size founded website address"
                                + " city country zone markets languages certificates trackRecord memberships")
                        .with("legalName", TEXT)
                        .with("tradeName", TEXT)
                        .with("identifiers", SCHEME)
                        .with("certificates", of("name body number validUntil"))
                        .with("trackRecord", of("buyer date amount title").with("amount", MONEY));

        static final DemoShapes OFFER =
                of("reference provider title summary features benefits area deliveryModel classification"
                                + " price freeTrial leadTimeDays languages supportLevels dataLocations exportFormats standards targetMarkets"
                                + " excludedMarkets partnershipSought references digitallyOrdered digitallyDelivered validFrom"
                                + " validUntil")
                        .with("title", TEXT)
                        .with("summary", TEXT)
                        .with("features", TEXT)
                        .with("benefits", TEXT)
                        .with("references", TEXT)
                        .with("classification", SCHEME)
                        .with("price", RANGE)
                        .with("standards", of("name by on excluded"));

        static final DemoShapes DEMAND = of("reference buyer kind title problem endUsers outcome workDone phase area"
                        + " classification essentials niceToHaves budget start durationMonths place languages weights"
                        + " questionsUntil responsesUntil sealed mostResponses dataInvolved referredBy validFrom validUntil")
                .with("title", TEXT)
                .with("problem", TEXT)
                .with("endUsers", TEXT)
                .with("outcome", TEXT)
                .with("workDone", TEXT)
                .with("classification", SCHEME)
                .with("essentials", REQUIREMENT)
                .with("niceToHaves", REQUIREMENT)
                .with("budget", RANGE)
                .with("place", of("country city"))
                .with("weights", of("price technical fit"))
                .with("dataInvolved", of("personal sensitive important volume"));

        static DemoShapes of(String fields) {
            return new DemoShapes(Set.of(fields.split(" ")), Map.of());
        }

        DemoShapes with(String field, DemoShapes shape) {
            Map<String, DemoShapes> more = new java.util.HashMap<>(inner);
            more.put(field, shape);
            return new DemoShapes(fields, Map.copyOf(more));
        }

        void check(String path, JsonNode record, List<String> unknown) {
            Set<String> names = new HashSet<>();
            record.properties().forEach(property -> names.add(property.getKey()));
            names.stream().filter(name -> !fields.contains(name)).forEach(name -> unknown.add(path + "." + name));
            inner.forEach((field, shape) -> {
                JsonNode value = record.path(field);
                if (value.isObject()) {
                    shape.check(path + "." + field, value, unknown);
                } else {
                    value.valueStream().forEach(item -> shape.check(path + "." + field, item, unknown));
                }
            });
        }
    }
}
