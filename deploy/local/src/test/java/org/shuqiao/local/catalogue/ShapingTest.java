package org.shuqiao.local.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapingTest {

    @Test
    void endsASentenceAtAFullStopAndNotInsideANumber() {
        assertThat(Shaping.firstSentence(200, "Suministro de 8.000 contadores. Una empresa."))
                .isEqualTo("Suministro de 8.000 contadores");
        assertThat(Shaping.firstSentence(200, "8000只数字水表的供货与安装。希腊某海岛")).isEqualTo("8000只数字水表的供货与安装");
        assertThat(Shaping.firstSentence(200, "no end\nsecond line")).isEqualTo("no end");
    }

    @Test
    void shortensWithoutCuttingACharacter() {
        assertThat(Shaping.atMost(5, "abcde")).isEqualTo("abcde");
        assertThat(Shaping.atMost(5, "abcdef")).isEqualTo("abcd…");
        assertThat(Shaping.atMost(5, "abc😀efg")).isEqualTo("abc…");
    }

    @Test
    void makesASchemeOfAnyFolderName() {
        assertThat(Shaping.scheme("BEIR", "shanghai-ru")).isEqualTo("BEIR-SHANGHAI-RU");
        assertThat(Shaping.scheme("BEIR", "数据")).isEqualTo("BEIR");
        assertThat(Shaping.scheme("BEIR", "a".repeat(80))).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void readsCountriesByCodeAndByName() {
        assertThat(CountryCode.of("UK")).contains("GB");
        assertThat(CountryCode.of("EL")).contains("GR");
        assertThat(CountryCode.of("kz")).contains("KZ");
        assertThat(CountryCode.of("Ethiopia")).contains("ET");
        assertThat(CountryCode.of("")).isEmpty();
        assertThat(CountryCode.of("Atlantis")).isEmpty();
    }
}
