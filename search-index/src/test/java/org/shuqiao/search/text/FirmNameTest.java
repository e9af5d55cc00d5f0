package org.shuqiao.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirmNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "数桥云计算（上海）股份有限公司",
                "星桥科技集团",
                "Bridge Cloud Pte. Ltd.",
                "Bridge Cloud GmbH",
                "Puente Digital, S.A. de C.V.",
                "ООО «Мост»",
                "Мост, ТОО",
                "Công ty TNHH Cầu Số",
                "شركة الجسر الرقمي"
            })
    void isOne(String name) {
        assertThat(FirmName.is(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "对象存储服务",
                "Object storage for a public company register",
                "Учёт воды",
                "Oracle to PostgreSQL",
                "خدمات سحابية"
            })
    void isNone(String title) {
        assertThat(FirmName.is(title)).isFalse();
    }
}
