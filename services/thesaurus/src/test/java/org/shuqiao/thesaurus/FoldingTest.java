package org.shuqiao.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "Ёлка и Й, елка и и",
        "Đồng  Hồ, dong ho",
        "STRAẞE-Größe, strasse grosse",
        "ISI ısı, isi isi",
        "ＷＭＳ, wms",
        "إدارةُ الكُـتُب, اداره الكتب",
        "น้ำ, น้ํา",
        "对象 存储, 对象 存储"
    })
    void whatIsTypedIsComparedWithoutCaseAndAccents(String text, String folded) {
        assertThat(Folding.of(text)).isEqualTo(folded);
    }
}
