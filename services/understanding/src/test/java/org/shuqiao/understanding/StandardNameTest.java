package org.shuqiao.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.understanding.standard.StandardName;

class StandardNameTest {
    @ParameterizedTest
    @CsvSource({
        "ISO/IEC 27001, iso27001",
        "iso 27001:2022, iso27001",
        "ＩＳＯ27001, iso27001",
        "ISO-9001, iso9001",
        "PCI DSS, pcidss",
        "等保三级, 等保三级",
        "C++, c++"
    })
    void standardsAreComparedByTheirPlainName(String name, String normalized) {
        assertThat(StandardName.normalized(name)).isEqualTo(normalized);
    }
}
