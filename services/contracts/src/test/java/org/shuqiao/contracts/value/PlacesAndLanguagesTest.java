package org.shuqiao.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.contracts.value.Refusals.assertRefuses;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesAndLanguagesTest {
    @ParameterizedTest
    @CsvSource({
        "zh,zh",
        "ZH-hant,zh-Hant",
        "pt-br,pt-BR",
        "sr-latn,sr-Latn",
        "und,und",
        "UND,und",
        "iw,he",
        "es-419,es-419"
    })
    void keepsALanguageTagInCanonicalForm(String given, String kept) {
        assertThat(new LanguageTag(given).value()).isEqualTo(kept);
    }

    @Test
    void everyCodeOfTwoLettersIsKeptAsTheStandardWritesIt() {
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'z'; second++) {
                String code = "" + first + second;
                String canonical =
                        new Locale.Builder().setLanguageTag(code).build().toLanguageTag();
                assertThat(new LanguageTag(code).value()).as(code).isEqualTo(canonical);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "z", "zh_CN", "zh--CN", "-zh", "chinese language", "zh-CN-"})
    void refusesWhatIsNoLanguageTag(String given) {
        assertRefuses("", () -> new LanguageTag(given));
    }

    @Test
    void knowsThePrimaryLanguage() {
        assertThat(new LanguageTag("zh-Hant-HK").primary()).isEqualTo("zh");
        assertThat(LanguageTag.UNDETERMINED.isUndetermined()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CNSHA", "KZALA", "US3AB", "DEHAM"})
    void acceptsAWellFormedPlace(String code) {
        assertThat(new UnLocode(code).country().value()).isEqualTo(code.substring(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CN SHA", "cnsha", "CNSH", "CNSHAA", "XXSHA", "CNSH1", "CNSH0", "Shanghai"})
    void refusesWhatIsNoPlace(String code) {
        assertRefuses("", () -> new UnLocode(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "cn", "CHN", "EU", "XX", "UK"})
    void refusesWhatIsNoCountry(String code) {
        assertRefuses("", () -> new Country(code));
    }
}
