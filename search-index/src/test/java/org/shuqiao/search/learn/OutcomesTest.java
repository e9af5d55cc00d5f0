package org.shuqiao.search.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesTest {
    private static final String DEMAND = "01930000-0000-7000-8000-000000000001";
    private static final String OFFER = "01930000-0000-7000-8000-000000000002";

    @TempDir
    Path folder;

    @Test
    void aLineIsAnOutcome() throws IOException {
        Path file = Files.writeString(folder.resolve("outcomes.jsonl"), """
                {"demand":"%1$s","offer":"%2$s","outcome":"invitation-answered","date":"2026-10-01"}

                {"demand":"%1$s","offer":"%2$s","outcome":"award","date":"2026-11-26"}
                """.formatted(DEMAND, OFFER));

        assertThat(LivingMarket.outcomes(file))
                .hasSize(2)
                .last()
                .isEqualTo(new Outcome(
                        UUID.fromString(DEMAND),
                        UUID.fromString(OFFER),
                        Outcome.Kind.AWARD,
                        LocalDate.of(2026, 11, 26)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'demand':'D','offer':'O','outcome':'award'} | date: expected a day",
                "{'demand':'D','offer':'O','date':'2026-11-26'} | outcome: expected invitation-answered, intent-signed or award",
                "{'offer':'O','outcome':'award','date':'2026-11-26'} | demand: expected the id",
                "{'demand':'D','offer':'O','outcome':'won','date':'2026-11-26'} | intent-signed",
                "{'demand':'7','offer':'O','outcome':'award','date':'2026-11-26'} | UUID",
                "{'demand':'D','offer':'O','outcome':'award','date':'26 Nov'} | 26 Nov",
                "{'demand':'D','offer':'O','outcome':'award','date':'2026-11-26','by':'x'} | by",
                "award | line 2"
            })
    void refusesALineThatIsNoneAndNamesIt(String json, String message) throws IOException {
        String line =
                json.replace('\'', '"').replace("\"D\"", '"' + DEMAND + '"').replace("\"O\"", '"' + OFFER + '"');
        Path file = Files.writeString(folder.resolve("outcomes.jsonl"), "\n" + line + "\n");

        assertThatThrownBy(() -> LivingMarket.outcomes(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outcomes.jsonl, line 2")
                .hasMessageContaining(message);
    }

    @Test
    void refusesAFileWithoutAny() throws IOException {
        Path file = Files.writeString(folder.resolve("outcomes.jsonl"), "\n");

        assertThatThrownBy(() -> LivingMarket.outcomes(file)).hasMessageContaining("has no outcomes");
        assertThatThrownBy(() -> LivingMarket.outcomes(folder.resolve("none.jsonl")))
                .hasMessageContaining("Cannot read");
    }
}
