package org.shuqiao.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 工期三年 | P3Y",
                "zh | 半年 | P6M",
                "zh | 三到五年 | P3Y..P5Y",
                "zh | 30个工作日内 | ..P30D",
                "en | a 12-month contract | P12M",
                "en | three years | P3Y",
                "en | 1.5 years | P18M",
                "en | within 48 hours | ..PT48H",
                "en | over 3 years | P3Y",
                "en | 5-8 weeks | P5W..P8W",
                "ru | срок 2 года | P2Y",
                "ru | от 6 до 12 месяцев | P6M..P12M",
                "ru | трёх месяцев | P3M",
                "ar | لمدة ٣ سنوات | P3Y",
                "ar | 36 شهرًا | P36M",
                "fr | 36 mois | P36M",
                "fr | trois mois | P3M",
                "es | 2 años | P2Y",
                "pt | 36 meses | P36M",
                "de | Laufzeit von 5 Jahren | P5Y",
                "de | 2-jährige Laufzeit | P2Y",
                "id | maksimal 30 hari kerja | ..P30D",
                "vi | trong 2 năm | P2Y",
                "th | ระยะเวลา 3 ปี | P3Y",
                "th | สามปี | P3Y",
                "tr | 24 aylık | P24M",
                "tr | iki yıl | P2Y",
                "kk | үш жыл | P3Y"
            })
    void findsLengthsOfTime(String language, String text, String period) {
        assertThat(Read.periods(text, language)).containsExactly(period);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"zh | 第三年,2026年,3月1日", "ru | в 2026 году", "en | 24/7, the year 2026, 0 days", "en | 1.37 days"})
    void isNoLengthOfTime(String language, String text) {
        assertThat(Read.periods(text, language)).isEmpty();
    }
}
