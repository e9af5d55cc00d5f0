package org.shuqiao.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.understanding.word.LanguageFile;

class RandomTextTest {
    /** Pieces that something may be made of, and what breaks careless readers. */
    private static final List<String> PIECES = List.of(
            " ",
            "\n",
            "\n\n",
            "\r\n",
            ".",
            ",",
            ":",
            "-",
            "–",
            "/",
            "'",
            "(",
            ")",
            "%",
            "$",
            "€",
            "¥",
            "kr",
            "USD",
            "1",
            "27",
            "2026",
            "3.5",
            "1,234",
            "٣",
            "๓",
            "三百",
            "万",
            "年",
            "月",
            "日",
            "元",
            "k",
            "million",
            "млн",
            "up to",
            "from",
            "to",
            "ISO",
            "ISO 27001",
            "EN",
            "May",
            "March",
            "марта",
            "Turkish",
            "and",
            "or",
            "no",
            "must",
            "required",
            "a plus",
            "Must have:",
            "除",
            "外",
            "不需要",
            "لا",
            "ريال",
            "في المملكة العربية السعودية",
            "ต้อง",
            "ไทย",
            "บาท",
            "TL'ye kadar",
            "дейін",
            "ERP",
            "CRM",
            "İ",
            "ı",
            "ß",
            "ﬁ",
            "e\u0301",
            "\u0301\u0301",
            "\uD83D\uDE00",
            "\uD800",
            "\uDC00",
            "\u0000",
            "\u202E",
            "\u200D",
            "\uFEFF",
            "Ｕ",
            "５",
            "𝟓",
            "𐒠",
            "½",
            "²",
            "Ⅳ",
            "〇",
            "﷼",
            "한국어",
            "日本");

    static Stream<Long> seeds() {
        return IntStream.range(0, 150).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void understandsAnyTextAndSaysWhereThingsStand(long seed) {
        Random random = new Random(seed);
        String text = seed % 3 == 0 ? anyCharacters(random) : pieces(random);
        List<String> languages = LanguageFile.LANGUAGES;
        String language = languages.get(random.nextInt(languages.size()));

        Understanding understood = Read.UNDERSTANDING.understand(text, language);

        understood.concepts().forEach(one -> isIn(text, one.from(), one.to()));
        understood.amounts().forEach(one -> isIn(text, one.from(), one.to()));
        understood.quantities().forEach(one -> isIn(text, one.from(), one.to()));
        understood.periods().forEach(one -> isIn(text, one.from(), one.to()));
        understood.dates().forEach(one -> isIn(text, one.from(), one.to()));
        understood.standards().forEach(one -> isIn(text, one.from(), one.to()));
        understood.places().forEach(one -> isIn(text, one.from(), one.to()));
        understood.languages().forEach(one -> isIn(text, one.from(), one.to()));
        assertThat(Read.UNDERSTANDING.understand(text, language)).isEqualTo(understood);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no a, ",
                "1 ",
                "1.1",
                "1,",
                "must: ",
                "not included ",
                "除",
                "of ",
                "from 1 to ",
                "三",
                "年1月",
                "ISO ",
                "May ",
                "(",
                "\u0301",
                "e\u0301",
                "and Turkish ",
                "ไม่รวม",
                "و",
                "- ",
                "No … required, or ",
                "1-",
                "USD ",
                "\n- must:",
                "a.",
                "'"
            })
    void takesTimeInProportionToTheText(String piece) {
        String longest = piece.repeat(UnderstandingText.LONGEST / piece.length());

        Assertions.assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
                    Read.UNDERSTANDING.understand(longest, "en");
                    Read.UNDERSTANDING.understand(longest, "zh");
                    Read.UNDERSTANDING.understand(longest, "th");
                    Read.UNDERSTANDING.understand(longest, "ar");
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertThatThrownBy(() -> Read.UNDERSTANDING.understand("x".repeat(UnderstandingText.LONGEST + 1), "en"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("50000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "EN", "en-GB", "zh-Hant-TW", "tlh", "und", "-", "日本"})
    void readsATextInAnyLanguage(String language) {
        assertThat(Read.UNDERSTANDING.understand("USD 5,000 for ERP", language).amounts())
                .hasSize(1);
        assertThat(Read.UNDERSTANDING.understand("", language).amounts()).isEmpty();
    }

    private static void isIn(String text, int from, int to) {
        assertThat(from).isBetween(0, text.length());
        assertThat(to).isBetween(from + 1, text.length());
        for (int edge : new int[] {from, to}) {
            boolean within = edge > 0
                    && edge < text.length()
                    && Character.isLowSurrogate(text.charAt(edge))
                    && Character.isHighSurrogate(text.charAt(edge - 1));
            assertThat(within).as("within a code point").isFalse();
        }
    }

    private static String pieces(Random random) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(200);
        for (int i = 0; i < count; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            if (random.nextInt(3) > 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static String anyCharacters(Random random) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(500);
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(3);
            if (kind == 0) {
                text.append((char) random.nextInt(0x10000));
            } else if (kind == 1) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else {
                text.append((char) (' ' + random.nextInt(95)));
            }
        }
        return text.toString();
    }
}
