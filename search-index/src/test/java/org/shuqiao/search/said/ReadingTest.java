package org.shuqiao.search.said;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.concept.ReadPassage;
import org.shuqiao.search.fact.AskedInText;
import org.shuqiao.search.fact.AskedStandard;
import org.shuqiao.search.fact.SaidInText;
import org.shuqiao.search.text.FieldTexts.Passage;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.Thesaurus;
import org.shuqiao.understanding.UnderstandingText;
import org.shuqiao.understanding.need.Need;

class ReadingTest {
    private static final LivingThesaurus LIVING = LivingThesaurus.of(Thesaurus.builtIn());
    private static final UnderstandingText UNDERSTANDING = new UnderstandingText(LIVING::recognizer);
    private static final String CRM = "customer-relationship-management-software";
    private static final String ERP = "enterprise-resource-planning";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | Обязательно CRM-система, желательно чат-бот, без блокчейна.",
                "zh | 必须有CRM系统。最好有聊天机器人。不需要区块链。",
                "en | CRM is mandatory. A chatbot would be nice to have. No blockchain.",
                "fr | Un CRM est obligatoire. Un chatbot serait un plus. Sans blockchain.",
                "de | CRM ist zwingend erforderlich. Wünschenswert wäre ein Chatbot. Ohne Blockchain.",
                "es | Es imprescindible un CRM. Se valorará un chatbot. Sin blockchain.",
            })
    void concepts(String language, String text) {
        AskedInText asked = asked(wanted(text, language));

        assertThat(ids(asked.essentials())).containsExactly(CRM);
        assertThat(ids(asked.wishes())).containsExactly("chatbot");
        assertThat(ids(asked.excluded())).containsExactly("blockchain");
    }

    @Test
    void whatIsOnlyNamedIsNotRequired() {
        AskedInText asked = asked(wanted("We use a CRM system and want a chatbot for it", "en"));

        assertThat(asked).isEqualTo(AskedInText.NOTHING);
    }

    @Test
    void whatStandsAmongTheMustHavesIsRequiredAndAmongTheWishesWished() {
        AskedInText asked = asked(
                passage("CRM", "en", Part.ESSENTIAL),
                passage("Chatbot", "en", Part.NICE_TO_HAVE),
                passage("No blockchain", "en", Part.ESSENTIAL),
                passage("ERP is mandatory", "en", Part.TOLD));

        assertThat(ids(asked.essentials())).containsExactly(CRM);
        assertThat(ids(asked.wishes())).containsExactly("chatbot");
        assertThat(ids(asked.excluded())).containsExactly("blockchain");
    }

    @Test
    void whatIsRequiredInOnePlaceIsRequiredAndWhatIsSpokenOfMoreThanExcludedIsNotExcluded() {
        AskedInText asked = asked(wanted(
                "Without ERP. ERP is mandatory. Blockchain platform. Our blockchain is old. No blockchain.", "en"));

        assertThat(ids(asked.essentials())).containsExactly(ERP);
        assertThat(ids(asked.excluded())).isEmpty();
    }

    @Test
    void standardsWithHowMuchTheyAreNeeded() {
        AskedInText asked = asked(wanted(
                "ISO/IEC 27001:2022 is mandatory. SOC 2 is a plus. GDPR applies. No need for PCI DSS. ISO 27001.",
                "en"));

        assertThat(asked.standards())
                .containsExactly(
                        new AskedStandard("ISO/IEC 27001", Need.ESSENTIAL),
                        new AskedStandard("SOC 2", Need.NICE_TO_HAVE),
                        new AskedStandard("GDPR", Need.STATED));
    }

    @Test
    void theOnlyAmountIsTheBudget() {
        assertThat(asked(wanted("Бюджет до 5 млн тенге", "ru")).budget()).isEqualTo(budget(null, "5000000", "KZT"));
        assertThat(asked(wanted("预算10-15万元", "zh")).budget()).isEqualTo(budget("100000", "150000", "CNY"));
        assertThat(asked(wanted("Budget: 20 000 EUR", "en")).budget()).isEqualTo(budget(null, "20000", "EUR"));
        assertThat(asked(wanted("до 5 млн тенге", "ru"), wanted("up to 5,000,000 KZT", "en"))
                        .budget())
                .as("said in two languages")
                .isEqualTo(budget(null, "5000000", "KZT"));
    }

    @Test
    void anAmountThatMayBeAnythingIsNoBudget() {
        assertThat(asked(wanted("Budget $20,000", "en")).budget())
                .as("which dollar")
                .isNull();
        assertThat(asked(wanted("at least 20 000 EUR", "en")).budget()).isNull();
        assertThat(asked(wanted("Budget 20 000 EUR, our turnover is 5 million EUR", "en"))
                        .budget())
                .isNull();
    }

    @Test
    void languagesThatAreRequiredOrWished() {
        assertThat(asked(wanted("Support in Russian is mandatory. Our site is in English.", "en"))
                        .languages())
                .containsExactly("ru");
    }

    @Test
    void theOnlyDayByWhichSomethingIsWanted() {
        assertThat(asked(wanted("Нужно до 1 марта 2027 года", "ru")).by()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(asked(wanted("Since 1 March 2020", "en")).by()).isNull();
        assertThat(asked(wanted("By 1 March 2027, at the latest by 2 April 2027", "en"))
                        .by())
                .isNull();
    }

    @Test
    void noMoreThanAFewConceptsAreKept() {
        StringBuilder text = new StringBuilder();
        LIVING.thesaurus().concepts().stream()
                .limit(200)
                .forEach(concept -> text.append(concept.preferred("en").text()).append(" is mandatory. "));

        assertThat(asked(wanted(text.toString(), "en")).essentials().size()).isEqualTo(ReadingDemand.MOST);
        assertThat(said(text.toString(), "en").concepts().size()).isEqualTo(ReadingOffer.MOST);
    }

    @Test
    void anOfferSaysWhatItNamesAndHolds() {
        SaidInText said = said("区块链平台。区块链存证。我们已通过ISO 27001认证，支持俄语和英语服务。不含CRM系统。", "zh");

        assertThat(ids(said.concepts())).startsWith("blockchain").doesNotContain(CRM);
        assertThat(said.standards()).containsExactly("ISO 27001");
        assertThat(said.languages()).containsExactly("ru", "en");
        assertThat(said("ISO 27001 consulting: we help you to become certified", "en")
                        .standards())
                .isEmpty();
    }

    private static AskedInText asked(AskedPassage... passages) {
        return new ReadingDemand(LIVING).read(List.of(passages));
    }

    private static SaidInText said(String text, String language) {
        return new ReadingOffer(LIVING).read(List.of(read(text, language)));
    }

    private static AskedPassage wanted(String text, String language) {
        return passage(text, language, Part.WANTED);
    }

    private static AskedPassage passage(String text, String language, Part part) {
        return new AskedPassage(read(text, language), part);
    }

    private static ReadPassage read(String text, String language) {
        return new ReadPassage(new Passage(text, language, false), UNDERSTANDING.understand(text, language));
    }

    private static List<String> ids(ConceptVector vector) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            ids.add(Objects.requireNonNull(LIVING.interpreter().id(vector.number(i))));
        }
        return ids;
    }

    private static PriceRange budget(@Nullable String min, String max, String currency) {
        return new PriceRange(
                min == null ? null : new BigDecimal(min),
                new BigDecimal(max),
                Currency.getInstance(currency),
                null,
                null);
    }
}
