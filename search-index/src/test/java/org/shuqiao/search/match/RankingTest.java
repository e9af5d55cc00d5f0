package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {
    @TempDir
    Path folder;

    @Test
    void isReadAsItWasWritten() throws IOException {
        Ranking ranking = new Ranking("v9", Map.of("area", 1.5, "textSimilarity", 0.0), Map.of("deadline", 2.0));
        Path file = Files.writeString(folder.resolve("ranking.json"), ranking.toJson());

        assertThat(Ranking.at(file.toString())).isEqualTo(ranking);
        assertThat(Ranking.at(file.toUri().toString())).isEqualTo(ranking);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'version':'v','buyer':{'charm':1},'provider':{'area':1}} | buyer: no rule finds charm",
                "{'version':'v','buyer':{'area':1},'provider':{'area':-0.1}} | provider.area: expected a weight of 0 or more, not -0.1",
                "{'version':'v','buyer':{'area':null},'provider':{'area':1}} | buyer.area: expected a weight of 0 or more",
                "{'version':'v','buyer':{'area':1e999},'provider':{'area':1}} | buyer.area: expected a weight of 0 or more",
                "{'version':'v','buyer':{},'provider':{'area':1}} | buyer: expected at least one weight above 0",
                "{'version':'v','buyer':{'area':1},'provider':{'area':0}} | provider: expected at least one weight above 0",
                "{'version':'v','buyer':{'area':1}} | provider: expected weights by feature",
                "{'buyer':{'area':1},'provider':{'area':1}} | version: expected",
                "{'version':'v','buyer':{'area':1},'provider':{'area':1},'seller':{}} | seller",
                "{'version': | is no JSON"
            })
    void refusesWhatCouldNotRank(String json, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("ranking.json"), json.replace('\'', '"'));

        assertThatThrownBy(() -> Ranking.at(file.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void refusesAPlaceWithoutAFile() {
        assertThatThrownBy(() -> Ranking.at(folder.resolve("none.json").toString()))
                .hasMessageContaining("No ranking can be read at")
                .hasMessageContaining("none.json");
    }

    @Test
    void whatIsNotKeptCountsForNobody() {
        Ranking words = Ranking.builtIn().only("words", Set.of("textSimilarity", "termsShared"));

        assertThat(words.buyer()).containsOnlyKeys("textSimilarity", "termsShared");
        assertThat(words.counts(MatchPolicy.TERMS_SHARED)).isTrue();
        assertThat(words.counts(MatchPolicy.CONCEPTS_SHARED)).isFalse();
        assertThat(Ranking.builtIn().counts(MatchPolicy.TRACK_RECORD)).isTrue();
    }
}
