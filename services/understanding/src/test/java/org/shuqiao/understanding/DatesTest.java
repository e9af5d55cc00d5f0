package org.shuqiao.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.understanding.time.DateSpan;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 2026年3月1日",
                "zh | 二〇二六年三月一日",
                "zh | 2026-03-01",
                "en | 1 March 2026",
                "en | March 1st, 2026",
                "en | 2026/03/01",
                "en | 01.03.2026",
                "ru | 1 марта 2026 г.",
                "ru | 01.03.2026",
                "ar | ١ مارس ٢٠٢٦",
                "ar | 1 آذار 2026",
                "fr | 1er mars 2026",
                "es | 1 de marzo de 2026",
                "pt | 1 de março de 2026",
                "de | 1. März 2026",
                "de | 1.3.2026",
                "id | 1 Maret 2026",
                "vi | ngày 1 tháng 3 năm 2026",
                "vi | 01/03/2026",
                "th | 1 มีนาคม 2569",
                "th | ๑ มี.ค. ๒๕๖๙",
                "tr | 1 Mart 2026",
                "kk | 2026 жылғы 1 наурыз",
                "hu | 2026. március 1."
            })
    void findsDays(String language, String text) {
        assertThat(Read.dates(text, language)).containsExactly("2026-03-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 2026年3月1日前",
                "en | no later than 1 March 2026",
                "ru | не позднее 1 марта 2026 г.",
                "ar | قبل 1 مارس 2026",
                "fr | avant le 1er mars 2026",
                "es | hasta el 1 de marzo de 2026",
                "pt | até 1 de março de 2026",
                "de | bis zum 1. März 2026",
                "id | paling lambat 1 Maret 2026",
                "vi | trước ngày 1 tháng 3 năm 2026",
                "th | ภายในวันที่ 1 มีนาคม 2569",
                "tr | 1 Mart 2026'ya kadar",
                "kk | 2026 жылғы 1 наурызға дейін"
            })
    void findsDeadlines(String language, String text) {
        assertThat(Read.dates(text, language)).containsExactly("..2026-03-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 2026年3月1日至5月31日 | 2026-03-01..2026-05-31",
                "en | from 1 April 2026 to 31 March 2027 | 2026-04-01..2027-03-31",
                "en | 1–15 May 2026 | 2026-05-01..2026-05-15",
                "de | 01.03.2026–31.12.2027 | 2026-03-01..2027-12-31",
                "fr | du 1er janvier au 31 mars 2027 | 2027-01-01..2027-03-31",
                "es | del 17 al 25.4.2026 | 2026-04-17..2026-04-25",
                "pt | agosto a outubro de 2026 | 2026-08-01..2026-10-31",
                "id | 1 Januari 2026 sampai 31 Desember 2026 | 2026-01-01..2026-12-31",
                "en | in May 2026 | 2026-05-01..2026-05-31",
                "ru | в марте 2026 года | 2026-03-01..2026-03-31",
                "zh | 2026年5月 | 2026-05-01..2026-05-31",
                "vi | tháng 3/2026 | 2026-03-01..2026-03-31",
                "ru | в 2026 году | 2026-01-01..2026-12-31",
                "tr | 2026 yılında | 2026-01-01..2026-12-31",
                "de | ab 1. März 2026 | 2026-03-01..",
                "tr | 1 Mart 2026 tarihinden itibaren | 2026-03-01.."
            })
    void findsTimesBetweenDays(String language, String text, String span) {
        assertThat(Read.dates(text, language)).containsExactly(span);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 31 February 2026, 2026-02-30, 32.01.2026, 12/13/20266",
                "zh | 2026年2月30日,2026年13月,3月1日",
                "en | We may 2 people send in march",
                "en | version 10.12.2026.4, 10.0.0.1",
                "en | in 2500 cities, 2026 users",
                "de | 31.02.2026",
                "ru | 30 февраля 2026 года"
            })
    void whatIsNotInTheCalendarIsNoDate(String language, String text) {
        assertThat(Read.dates(text, language)).isEmpty();
    }

    @Test
    void marksADayThatMayBeAMonth() {
        assertThat(Read.UNDERSTANDING
                        .understand("03/04/2026, 25/12/2026, 12/25/2026", "en")
                        .dates())
                .extracting(DateSpan::certainty)
                .containsExactly(0.5, 1.0, 1.0);
    }
}
