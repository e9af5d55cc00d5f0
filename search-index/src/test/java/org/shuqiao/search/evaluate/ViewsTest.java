package org.shuqiao.search.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.search.evaluate.Run.Ranked;
import org.shuqiao.search.evaluate.TestSet.Entry;
import tools.jackson.databind.json.JsonMapper;

class ViewsTest {
    private final Views views = new Views(Instant.parse("2026-11-24T00:00:00Z"));

    @Test
    void aDocumentIsAnOfferOfItsProvider() {
        Entry document = new Entry("SH1", "闻泰科技", "智能手机ODM", JsonMapper.shared().readTree("""
                        {"language":"zh","country":"CN","city":"CNSHA","trackRecord":[
                          {"buyer":"Ministry","date":"2023-11-08","amount":6320.0,"currency":"SGD","title":"Tender"},
                          {"title":"", "date":"x"}]}"""));

        OfferView offer = views.offer(document);
        Organization provider = views.provider(document).organization();

        assertThat(offer.offer().title().originalValue()).isEqualTo("闻泰科技");
        assertThat(offer.offer().summary().original().value()).isEqualTo("zh");
        assertThat(offer.providerId()).isEqualTo(views.provider(document).id());
        assertThat(provider.city()).hasToString("CNSHA");
        assertThat(provider.trackRecord())
                .hasSize(1)
                .first()
                .satisfies(deal -> assertThat(deal.amount()).isNotNull());
    }

    @Test
    void aQueryIsADemandWithItsFirstSentenceAsTitle() {
        DemandView demand = views.demand(new Entry(
                "q1",
                "",
                "Ticket sales system. A buyer in Poland needs one.",
                JsonMapper.shared().readTree("{\"language\":\"en\",\"country\":\"PL\",\"city\":\"Kraków\"}")));

        assertThat(demand.demand().title().originalValue()).isEqualTo("Ticket sales system.");
        assertThat(demand.demand().problem().originalValue()).contains("Poland");
        assertThat(demand.demand().place()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'Version 2.5 of it. More', Version 2.5 of it.",
        "'售票系统开发。波兰某采购方', 售票系统开发。",
        "'no end at all', no end at all",
        "'one line\nanother', one line"
    })
    void theFirstSentenceEndsWhereASentenceEnds(String text, String sentence) {
        assertThat(Views.firstSentence(text)).isEqualTo(sentence);
    }

    @Test
    void scoresInARunFileFallStrictlySoThatNoToolReordersThem(@TempDir Path folder) throws IOException {
        Run run = new Run();
        run.add("q1", List.of(new Ranked("b", 0.5), new Ranked("a", 0.5), new Ranked("c", 0.1)));
        Path file = folder.resolve("set.run");

        run.write(file, "tag");

        assertThat(Files.readAllLines(file))
                .containsExactly("q1 Q0 b 1 0.500000000 tag", "q1 Q0 a 2 0.499999999 tag", "q1 Q0 c 3 0.100000000 tag");
    }
}
