package org.shuqiao.search.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.search.find.Words.Term;
import org.shuqiao.search.index.Kind;
import org.shuqiao.web.Problem;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class SearchTest {
    @Test
    void wordsPhrasesAndWhatToLeaveOut() {
        assertThat(Words.of("cloud \"data centre\" -hosting -\"on site\" 云　服务").terms())
                .containsExactly(
                        new Term("cloud", false, false, 0),
                        new Term("data centre", true, false, 7),
                        new Term("hosting", false, true, 21),
                        new Term("on site", true, true, 31),
                        new Term("云", false, false, 40),
                        new Term("服务", false, false, 42));
    }

    @Test
    void nothingElseHasAMeaning() {
        assertThat(Words.of("title:x* AND (a OR /b.*/) \"open").wanted())
                .extracting(Term::text)
                .containsExactly("title:x*", "AND", "(a", "OR", "/b.*/)", "open");
        assertThat(Words.of("*").isEverything()).isTrue();
        assertThat(Words.of(" - -- \"\" ").isEverything()).isTrue();
        assertThat(Words.of("").isEverything()).isTrue();
    }

    @Test
    void wordsThatMayMeanSomethingArePartedByThoseThatStandForThemselves() {
        assertThat(Words.of("object \"at rest\" storage -cold archive").free())
                .isEqualTo("object \nstorage \narchive ");
    }

    @Test
    void aWordIsReplacedWhereItStands() {
        Words words = Words.of("clod  \"clod\" -clod storage");

        assertThat(words.replaced(Map.of(words.terms().getFirst(), "cloud")).query())
                .isEqualTo("cloud  \"clod\" -clod storage");
    }

    @Test
    void lengthAndNumberOfWordsAreBounded() {
        assertThatThrownBy(() -> Words.of("x".repeat(501))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Words.of("x ".repeat(33))).isInstanceOf(InvalidValue.class);
    }

    @Test
    void choicesAreRepeatedOrWithCommas() {
        Search search =
                search("area", "cloud-services,digital-content", "languages", "pt-BR", "standard", "ISO/IEC 27001");

        assertThat(search.chosen())
                .containsEntry(Facet.AREA, Set.of("cloud-services", "digital-content"))
                .containsEntry(Facet.LANGUAGES, Set.of("pt"))
                .containsEntry(Facet.STANDARD, Set.of("iso27001"));
    }

    @ParameterizedTest
    @CsvSource({
        "colour, red",
        "area, clouds",
        "country, XX",
        "languages, 123456789",
        "verified, perhaps",
        "limit, 0",
        "limit, 101",
        "limit, many",
        "priceMax, -1",
        "market, CHN",
        "language, ???",
        "concept, objects",
        "concept, ''",
        "kind, purchase",
        "budgetMin, 5"
    })
    void namesTheParameterThatIsUnknownOrWrong(String name, String value) {
        assertThatThrownBy(() -> search(name, value, "currency", "EUR"))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.field()).isEqualTo(name));
    }

    @Test
    void anAmountNeedsItsCurrency() {
        assertThatThrownBy(() -> search("priceMax", "100"))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.field()).isEqualTo("currency"));
    }

    @Test
    void aCursorIsBoundToItsQueryButNotToThePageSize() {
        MultiValueMap<String, String> asked = parameters("q", "cloud", "limit", "5");
        String cursor = Search.cursor(asked, "1.5", 42);

        Search next = search("q", "cloud", "limit", "7", "after", cursor);

        assertThat(next.after()).isEqualTo(new Search.After("1.5", 42));
        assertThatThrownBy(() -> search("q", "clouds", "after", cursor)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> search("q", "cloud", "after", "nonsense")).isInstanceOf(Problem.class);
    }

    private static Search search(String... pairs) {
        return Search.of(Kind.OFFERS, parameters(pairs), "object-storage"::equals);
    }

    private static MultiValueMap<String, String> parameters(String... pairs) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.add(pairs[i], pairs[i + 1]);
        }
        return parameters;
    }
}
