package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencePatternTest {
    static String[] languages() {
        return Wording.LANGUAGES.toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysWhatTheMessageFormatWould(String language) {
        String[] arguments = {"ISO 27001", "3–5 {1}", "'x'", "4"};
        Wording.file(language).stringPropertyNames().forEach(key -> {
            String text = Wording.file(language).getProperty(key);
            assertThat(SentencePattern.of(text, Locale.of(language)).with(arguments))
                    .isEqualTo(new MessageFormat(text, Locale.of(language)).format(arguments));
        });
    }

    @Test
    void placesMayComeInAnyOrderAndAgain() {
        assertThat(SentencePattern.of("{1}: l''offre {0}, {1}.", Locale.FRENCH).with("a", "b"))
                .isEqualTo("b: l'offre a, b.");
        assertThat(SentencePattern.of("{0}{1}", Locale.ENGLISH).with("", "b")).isEqualTo("b");
    }

    @Test
    void whatIsFormattedSpeciallyIsRefused() {
        assertThatThrownBy(() -> SentencePattern.of("{0,number,integer} days", Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{0,number,integer} days");
    }
}
