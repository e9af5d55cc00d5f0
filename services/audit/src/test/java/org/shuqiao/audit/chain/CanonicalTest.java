package org.shuqiao.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CanonicalTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writesNumbersAsEcmaScript(String bits, String expected) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(Canonical.number(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumberOfJson(double value) {
        assertThatThrownBy(() -> Canonical.number(value)).hasMessageContaining("finite");
    }

    /** RFC 8785, 3.2.2 and 3.2.3. */
    @Test
    void writesTheExampleOfTheStandard() {
        String given = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """;
        assertThat(canonical(given))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** RFC 8785, 3.2.3: by UTF-16 code units, so that U+1F600 comes before U+FB33. */
    @Test
    void sortsNamesAsTheStandard() {
        String given = """
                {
                  "\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }
                """;
        assertThat(canonical(given))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void refusesHalfASurrogatePair() {
        for (String text : List.of("\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d")) {
            assertThatThrownBy(() -> Canonical.of(NODES.stringNode(text))).hasMessageContaining("surrogate");
        }
    }

    @Test
    void readsNoNameTwiceAndNothingAfterTheValue() {
        assertThatThrownBy(() -> Canonical.JSON.readTree("{\"a\":1,\"a\":2}")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Canonical.JSON.readTree("{} {}")).isInstanceOf(JacksonException.class);
    }

    @Test
    void isTheSameForEqualJsonHoweverItIsWritten() {
        Random random = new Random(8785);
        for (int i = 0; i < 2_000; i++) {
            JsonNode value = value(random, 4);
            String canonical = Canonical.of(value);
            assertThat(canonical(canonical)).isEqualTo(canonical);
            assertThat(Canonical.of(shuffled(value, random))).isEqualTo(canonical);
            assertThat(canonical(Canonical.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value)))
                    .isEqualTo(canonical);
        }
    }

    @Test
    void isAnotherForOtherJson() {
        Random random = new Random(7493);
        for (int i = 0; i < 2_000; i++) {
            JsonNode one = value(random, 3);
            JsonNode other = value(random, 3);
            assertThat(Canonical.of(one).equals(Canonical.of(other)))
                    .as("%s and %s", one, other)
                    .isEqualTo(asRead(one).equals(asRead(other)));
        }
    }

    @Test
    void writesEveryDoubleSoThatItIsReadAgainAndNoLonger() {
        Random random = new Random(754);
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value) && value != 0) {
                String text = Canonical.number(value);
                assertThat(Double.parseDouble(text)).isEqualTo(value);
                assertThat(new BigDecimal(text).stripTrailingZeros().precision())
                        .isLessThanOrEqualTo(new BigDecimal(Double.toString(value))
                                .stripTrailingZeros()
                                .precision());
            }
        }
    }

    private static String canonical(String json) {
        return Canonical.of(Canonical.JSON.readTree(json));
    }

    private static JsonNode asRead(JsonNode value) {
        return Canonical.JSON.readTree(Canonical.of(value));
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> NODES.numberNode(random.nextInt(3));
            case 1 -> NODES.numberNode(random.nextDouble() * Math.pow(10, random.nextInt(60) - 30));
            case 2 -> NODES.booleanNode(random.nextBoolean());
            case 3 -> NODES.stringNode(text(random));
            case 4 -> NODES.nullNode();
            case 5 -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(random, depth - 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = NODES.objectNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    object.set(text(random), value(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            int point = random.nextInt(4) == 0 ? random.nextInt(Character.MAX_CODE_POINT + 1) : random.nextInt(128);
            text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? '桥' : point);
        }
        return text.toString();
    }

    private static JsonNode shuffled(JsonNode value, Random random) {
        if (!value.isObject()) {
            return value;
        }
        List<String> names = new ArrayList<>(value.propertyNames());
        Collections.shuffle(names, random);
        ObjectNode shuffled = NODES.objectNode();
        names.forEach(name -> shuffled.set(name, shuffled(value.path(name), random)));
        return shuffled;
    }
}
