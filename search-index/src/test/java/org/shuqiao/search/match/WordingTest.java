package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.http.HttpHeaders;

class WordingTest {
    static final List<String> LANGUAGES = Wording.LANGUAGES;

    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]}");

    /** The same word in English and French or Spanish. */
    private static final Set<Sentence> MAY_BE_EQUAL = Set.of(Sentence.BUDGET, Sentence.EACH);

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everySentenceIsSaidInEveryLanguageAndNoOther(String language) {
        Set<String> keys = Arrays.stream(Sentence.values()).map(Sentence::key).collect(Collectors.toSet());

        assertThat(Wording.file(language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(Wording.file(language).values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLanguageSaysTheSameThings(String language) {
        Properties english = Wording.file("en");
        Properties own = Wording.file(language);

        for (Sentence sentence : Sentence.values()) {
            String text = own.getProperty(sentence.key());
            assertThat(arguments(text)).as(sentence.key()).isEqualTo(arguments(english.getProperty(sentence.key())));
            if (!language.equals("en") && !MAY_BE_EQUAL.contains(sentence)) {
                assertThat(text).as(sentence.key()).isNotEqualTo(english.getProperty(sentence.key()));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noQuoteSwallowsAnArgument(String language) {
        for (Sentence sentence : Sentence.values()) {
            String said = Wording.in(language).say(sentence, "ONE", "TWO");

            assertThat(said).as(sentence.key()).doesNotContain("{", "''");
            assertThat(said.contains("ONE"))
                    .as(sentence.key())
                    .isEqualTo(
                            Wording.file(language).getProperty(sentence.key()).contains("{0}"));
        }
    }

    @Test
    void theFirstAcceptedLanguageThereIsCounts() {
        assertThat(accepted("th, zh-CN;q=0.9, en;q=0.8")).isEqualTo("zh");
        assertThat(accepted("ru;q=0, ar")).isEqualTo("ar");
        assertThat(accepted("xx")).isEqualTo("en");
        assertThat(accepted(";;;=")).isEqualTo("en");
        assertThat(Reader.of(new HttpHeaders()).language()).isEqualTo("en");
    }

    @Test
    void conceptsAreNamedInMoreLanguagesThanReasons() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "th, ru;q=0.5");

        Reader reader = Reader.of(headers);

        assertThat(reader.language()).isEqualTo("th");
        assertThat(reader.wording().language()).isEqualTo("ru");
    }

    @Test
    void countriesAndLanguagesAreNamed() {
        assertThat(Wording.in("ru").country("KZ")).isEqualTo("Казахстан");
        assertThat(Wording.in("zh").language("ru")).isEqualTo("俄语");
        assertThat(Wording.english().say(Sentence.STANDARD_EXPIRED, "SOC 2", "2026-01-01"))
                .isEqualTo("SOC 2 was held until 2026-01-01.");
        assertThat(new MessageFormat("{0}", Locale.ENGLISH).format(new Object[] {"3"}))
                .isEqualTo("3");
    }

    private static String accepted(String header) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, header);
        return Reader.of(headers).wording().language();
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
