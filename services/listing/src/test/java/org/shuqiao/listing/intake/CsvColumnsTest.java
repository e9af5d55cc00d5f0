package org.shuqiao.listing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.value.InvalidValue;
import tools.jackson.databind.json.JsonMapper;

class CsvColumnsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void makesTheObjectThatALineOfJsonWouldBe() {
        CsvColumns columns = CsvColumns.of(
                "reference,title.zh,title.en,price.min,price.currency,languages,standards,freeTrial,leadTimeDays,classification",
                JSON);

        assertThat(columns.row("r1,云,Cloud,9.50,USD,zh|en,ISO 9001|PCI DSS,true,30,CPV:72000000"))
                .isEqualTo(JSON.readTree("""
                        {"reference":"r1","title":{"original":"zh","values":{"zh":"云","en":"Cloud"}},
                        "price":{"min":"9.50","currency":"USD"},"languages":["zh","en"],
                        "standards":[{"name":"ISO 9001"},{"name":"PCI DSS"}],"freeTrial":true,"leadTimeDays":30,
                        "classification":[{"scheme":"CPV","id":"72000000"}]}"""));
    }

    @Test
    void readsRequirements() {
        CsvColumns columns =
                CsvColumns.of("essentials,weights.price,weights.technical,weights.fit,durationMonths", JSON);
        assertThat(columns.row("standard:ISO/IEC 27001|within-budget,30,50,20,12"))
                .isEqualTo(JSON.readTree("""
                        {"essentials":[{"kind":"standard","value":"ISO/IEC 27001"},{"kind":"within-budget"}],
                        "weights":{"price":30,"technical":50,"fit":20},"durationMonths":12}"""));
    }

    @Test
    void anEmptyCellSaysNothing() {
        assertThat(CsvColumns.of("reference,area", JSON).row("r1,")).isEqualTo(JSON.readTree("{\"reference\":\"r1\"}"));
    }

    @Test
    void refusesARowOfAnotherLength() {
        CsvColumns columns = CsvColumns.of("a,b", JSON);
        assertThatThrownBy(() -> columns.row("1,2,3"))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("row: expected 2 cells as in the header, got '3 cells'");
    }

    @Test
    void refusesAHeaderThatNamesAColumnTwice() {
        assertThatThrownBy(() -> CsvColumns.of("a,b,a", JSON)).hasMessageContaining("each once");
    }
}
