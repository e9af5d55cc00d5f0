package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
    private static final String LONG = "word ".repeat(40);

    @Test
    void itHasWholeWordsOnBothSides() {
        String text = LONG + "cloud backup " + LONG;
        int from = text.indexOf("cloud");

        Excerpt excerpt = Excerpt.around(text, from, from + 12);

        assertThat(words(excerpt)).isEqualTo("cloud backup");
        assertThat(excerpt.text()).startsWith("word ").endsWith(" word").hasSizeLessThan(140);
    }

    @Test
    void itStaysInItsLine() {
        Excerpt excerpt = Excerpt.around("above\n  cloud backup \nbelow", 8, 13);

        assertThat(excerpt).isEqualTo(new Excerpt("cloud backup", 0, 5));
    }

    @Test
    void withoutBlanksItIsCutBetweenCharacters() {
        String text = "𠮷".repeat(61) + "防火墙" + "𠮷".repeat(61);

        Excerpt excerpt = Excerpt.around(text, 122, 125);

        assertThat(words(excerpt)).isEqualTo("防火墙");
        assertThat(excerpt.text().codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    @Test
    void thaiWordsAreWhole() {
        String text = "ไม่ต้องการระบบจดจำใบหน้า";

        // letters were told from within the word for “want” to the end of that for “face”
        assertThat(words(Excerpt.aroundWhole(text, text.indexOf("องการ"), text.length())))
                .isEqualTo("ระบบจดจำใบหน้า");
        assertThat(words(Excerpt.aroundWhole(text, text.indexOf("บบ"), text.indexOf("บบ") + 2)))
                .as("within one word")
                .isEqualTo("ระบบ");
        assertThat(words(Excerpt.aroundWhole("人脸识别系统", 0, 4))).isEqualTo("人脸识别");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x y", "\nx\n", " x", "x "})
    void ofAnyTextItHasTheWords(String text) {
        int from = text.indexOf('x');

        assertThat(words(Excerpt.around(text, from, from + 1))).isEqualTo("x");
    }

    private static String words(Excerpt excerpt) {
        return excerpt.text().substring(excerpt.from(), excerpt.to());
    }
}
