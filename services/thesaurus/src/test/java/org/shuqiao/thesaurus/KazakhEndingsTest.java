package org.shuqiao.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KazakhEndingsTest {
    @ParameterizedTest
    @CsvSource({
        "қызмет, қызмет",
        "қызметтер, қызмет",
        "қызметі, қызмет",
        "қызметтері, қызмет",
        "қызметтердің, қызмет",
        "деректерді, дерек",
        "қызметті, қызмет",
        "қалада, қала",
        "кітабы, кітап",
        "жүйемен, жүйе",
        "ел, ел"
    })
    void takesEndingsOff(String word, String stem) {
        assertThat(new KazakhEndings().without(word)).isEqualTo(stem);
    }
}
