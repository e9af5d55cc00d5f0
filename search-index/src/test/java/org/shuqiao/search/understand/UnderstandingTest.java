package org.shuqiao.search.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.search.UnderstandingView;
import org.shuqiao.contracts.search.UnderstandingView.AmountView;
import org.shuqiao.contracts.search.UnderstandingView.ConceptView;
import org.shuqiao.contracts.search.UnderstandingView.DateView;
import org.shuqiao.contracts.search.UnderstandingView.LanguageView;
import org.shuqiao.contracts.search.UnderstandingView.Need;
import org.shuqiao.contracts.search.UnderstandingView.PeriodView;
import org.shuqiao.contracts.search.UnderstandingView.PlaceView;
import org.shuqiao.contracts.search.UnderstandingView.QuantityView;
import org.shuqiao.contracts.search.UnderstandingView.StandardView;
import org.shuqiao.search.Http;
import org.shuqiao.search.SearchIndexTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SearchIndexTest
class UnderstandingTest {
    private static final String DEMAND = """
            Требуется разработка мобильного приложения для 500 пользователей в Казахстане, бюджет до 5 млн тенге, \
            срок 2 года, не позднее 1 марта 2027 года. Блокчейн не требуется. Желательно ISO 27001. \
            Поддержка на казахском языке.""";

    @LocalServerPort
    int port;

    @Test
    void showsWhatWasUnderstoodAndWhere() {
        UnderstandingView view = understood("{\"text\":\"" + DEMAND + "\"}", "?reader=zh");

        assertThat(view.language().value()).isEqualTo("ru");
        assertThat(view.detected()).isTrue();
        assertThat(view.concepts())
                .extracting(ConceptView::concept, ConceptView::need)
                .contains(tuple("mobile-app-development", Need.essential), tuple("blockchain", Need.excluded));
        assertThat(view.concepts()).extracting(ConceptView::label).contains("区块链");
        assertThat(view.amounts())
                .extracting(AmountView::min, AmountView::max, AmountView::currencies)
                .containsExactly(tuple(null, new BigDecimal("5000000"), List.of("KZT")));
        assertThat(view.quantities()).extracting(QuantityView::unit).containsExactly("user");
        assertThat(view.periods()).extracting(PeriodView::min).containsExactly("P2Y");
        assertThat(view.dates()).extracting(DateView::last).containsExactly(LocalDate.of(2027, 3, 1));
        assertThat(view.standards())
                .extracting(StandardView::name, StandardView::need)
                .containsExactly(tuple("ISO 27001", Need.niceToHave));
        assertThat(view.places()).extracting(place -> place.country().value()).containsExactly("KZ");
        assertThat(view.languages())
                .extracting(language -> language.language().value())
                .containsExactly("kk");
        PlaceView place = view.places().getFirst();
        assertThat(DEMAND.substring(place.from(), place.to())).isEqualTo("Казахстане");
    }

    @Test
    void readsTheTextByTheLanguageAndTheCountryGiven() {
        UnderstandingView view =
                understood("{\"text\":\"$500 for an ERP\",\"language\":\"en-GB\",\"country\":\"SG\"}", "");

        assertThat(view.language().value()).isEqualTo("en-GB");
        assertThat(view.detected()).isFalse();
        assertThat(view.amounts().getFirst().currencies()).containsExactly("SGD");
        assertThat(view.concepts().getFirst().label()).containsIgnoringCase("ERP");
    }

    @Test
    void showsItAsTheAuthorCorrectsIt() {
        String text = "Блокчейн для учёта молока на фермах";
        UnderstandingView before = understood("{\"text\":\"" + text + "\",\"language\":\"ru\"}", "");
        assertThat(before.concepts()).extracting(ConceptView::concept).contains("blockchain");

        UnderstandingView view = understood(
                "{\"text\":\"" + text + "\",\"language\":\"ru\",\"corrections\":["
                        + "{\"words\":\"блокчейна\",\"concept\":\"blockchain\",\"kind\":\"denied\"},"
                        + "{\"words\":\"учёт молока\",\"concept\":\"erp-implementation\",\"kind\":\"added\"}]}",
                "?reader=zh");

        assertThat(view.concepts()).extracting(ConceptView::concept).doesNotContain("blockchain");
        assertThat(view.concepts())
                .filteredOn(concept -> concept.concept().equals("erp-implementation"))
                .singleElement()
                .satisfies(concept -> {
                    assertThat(text.substring(concept.from(), concept.to())).isEqualTo("учёта молока");
                    assertThat(concept.certainty()).isEqualTo(1);
                });
        assertThat(understood("{\"text\":\"" + text + "\",\"language\":\"ru\"}", "")
                        .concepts())
                .isEqualTo(before.concepts());
    }

    @Test
    void doesNotStripTheText() {
        UnderstandingView view = understood("{\"text\":\"   \\n 5 TB\",\"language\":\"und\"}", "");

        assertThat(view.quantities()).extracting(QuantityView::from).containsExactly(5);
        assertThat(view.languages()).extracting(LanguageView::language).isEmpty();
    }

    @Test
    void readsTheLongestText() {
        assertThat(understood("{\"text\":\"" + "数字".repeat(10_000) + "\"}", "")
                        .language()
                        .value())
                .isEqualTo("zh");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | | text",
                "{\"text\":\" \"} | | text",
                "{\"text\":7} | | text",
                "{\"text\":\"\\u0000\"} | | text",
                "{\"text\":\"x\",\"language\":\"???\"} | | language",
                "{\"text\":\"x\",\"country\":\"XX\"} | | country",
                "{\"text\":\"x\",\"colour\":\"red\"} | | colour",
                "{\"text\":\"x\",\"corrections\":[{\"words\":\"x\",\"concept\":\"none\",\"kind\":\"denied\"}]} | | corrections[0].concept",
                "{\"text\":\"x\",\"corrections\":[{\"words\":\" \",\"concept\":\"blockchain\",\"kind\":\"denied\"}]} | | corrections[0].words",
                "{\"text\":\"x\",\"corrections\":[{\"words\":\"x\",\"concept\":\"blockchain\",\"kind\":\"no\"}]} | | corrections[0].kind",
                "{\"text\":\"x\",\"corrections\":[null]} | | corrections[0]",
                "{\"text\":\"x\"} | ?reader=??? | reader",
                "{\"text\":\"x\"} | ?reader= | reader",
                "{\"text\":\"x\"} | ?reader=zh&reader=en | reader",
                "{\"text\":\"x\"} | ?language=zh | language"
            })
    void namesTheFieldThatIsWrong(String body, String query, String field) {
        Http.Answer answer = new Http(port).post("/understandings" + (query == null ? "" : query), body);

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void refusesATextThatIsTooLong() {
        Http.Answer answer = new Http(port).post("/understandings", "{\"text\":\"" + "x".repeat(20_001) + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("text");
    }

    private UnderstandingView understood(String body, String query) {
        return new Http(port).post("/understandings" + query, body).as(UnderstandingView.class);
    }
}
