package org.shuqiao.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqiao.understanding.word.LanguageFile;

class LanguageFilesTest {
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final List<String> CUES = List.of(
            "needs.essential.before",
            "needs.essential.after",
            "needs.nice-to-have.before",
            "needs.nice-to-have.after",
            "needs.excluded.before",
            "needs.excluded.after");

    static Stream<LanguageFile> files() {
        return LanguageFile.LANGUAGES.stream().map(LanguageFile::of);
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasAllThatTheOthersHave(LanguageFile file) {
        LanguageFile english = LanguageFile.of("en");

        assertThat(file.section("units").keySet())
                .containsAll(english.section("units").keySet());
        assertThat(file.section("periods").keySet())
                .containsExactlyInAnyOrderElementsOf(english.section("periods").keySet());
        for (String key : List.of(
                "joins",
                "stops",
                "needs.none",
                "needs.essential.headings",
                "needs.nice-to-have.headings",
                "needs.excluded.headings",
                "needs.excluded.around",
                "standards.held",
                "standards.advised",
                "numbers.to")) {
            assertThat(file.words(key)).as(file.language() + ": " + key).isNotEmpty();
        }
        // where words stand differs: in Turkish and Kazakh nearly all after what they govern
        for (String need : List.of("essential", "nice-to-have", "excluded")) {
            assertThat(file.words("needs." + need + ".before").size()
                            + file.words("needs." + need + ".after").size())
                    .as(file.language() + ": " + need)
                    .isGreaterThan(15);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasCodesThatExist(LanguageFile file) {
        for (String section : List.of("countries", "adjectives", "cities")) {
            assertThat(COUNTRIES).containsAll(file.section(section).keySet());
        }
        for (String section : List.of("languages.names", "languages.shared")) {
            assertThat(file.section(section).keySet())
                    .allSatisfy(tag -> assertThat(ULocale.forLanguageTag(tag).toLanguageTag())
                            .isEqualTo(tag));
        }
        file.section("currencies").keySet().stream()
                .filter(codes -> !codes.equals("none"))
                .flatMap(codes -> Stream.of(codes.split(" ")))
                .forEach(code -> assertThat(Currency.isAvailable(code, null, null))
                        .as(code)
                        .isTrue());
        assertThat(file.section("dates.months").keySet())
                .allSatisfy(month -> assertThat(Integer.parseInt(month)).isBetween(1, 12));
        assertThat(file.section("numbers.magnitudes").keySet())
                .allSatisfy(magnitude -> assertThat(Long.parseLong(magnitude)).isGreaterThan(1));
    }

    @ParameterizedTest
    @MethodSource("files")
    void noCueSaysTwoThings(LanguageFile file) {
        List<String> twice = new ArrayList<>();
        for (String one : CUES) {
            for (String other : CUES) {
                boolean sameNeed =
                        one.substring(0, one.lastIndexOf('.')).equals(other.substring(0, other.lastIndexOf('.')));
                if (!sameNeed) {
                    file.words(one).stream()
                            .filter(file.words(other)::contains)
                            .forEach(word -> twice.add(file.language() + ": " + word + ": " + one + ", " + other));
                }
            }
            file.words(one).stream()
                    .filter(file.words("needs.none")::contains)
                    .forEach(word -> twice.add(file.language() + ": " + word + ": " + one + ", needs.none"));
        }
        assertThat(twice).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "needs: {essential: {befor: ['x']}} | xx: needs.essential.befor: unknown key",
                "colours: ['x'] | xx: colours: unknown key",
                "joins: 'and' | xx: joins: unknown key, or no list",
                "joins: [' and'] | xx: joins: “ and” is no phrase",
                "joins: [1] | xx: joins: “1” is no phrase",
                "joins: ['and', 'and'] | xx: joins: “and” stands twice",
                "joins: ['a | xx: "
            })
    void refusesAFileThatIsNotAsItMustBe(String yaml, String message) {
        assertThatThrownBy(() -> LanguageFile.read("xx", new StringReader(yaml)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message.strip());
    }

    @Test
    void aLanguageWithoutAFileHasNoWords() {
        assertThat(LanguageFile.of("xx").isEmpty()).isTrue();
    }
}
