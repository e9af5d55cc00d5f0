package org.shuqiao.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "anna@example.org,anna@example.org",
        "' Anna.Li+market@Example.ORG ',anna.li+market@example.org",
        "anna@中国.中国,anna@xn--fiqs8s.xn--fiqs8s",
        "anna＠example.org,anna@example.org",
        "o'neill@a-b.example.co.uk,o'neill@a-b.example.co.uk"
    })
    void isFoundByOneForm(String text, String key) {
        assertThat(EmailAddress.parse(text).orElseThrow().key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@example.org",
                "anna@",
                "anna@localhost",
                "anna@example.org, boris@example.org",
                "anna@example.org\nBcc: boris@example.org",
                "anna @example.org",
                "<anna@example.org>",
                "\"anna b\"@example.org",
                "anna..b@example.org",
                "anna@-example.org",
                "anna@[127.0.0.1]",
                "安娜@example.org"
            })
    void refusesWhatNoMailCanBeSentTo(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void refusesOneTooLong() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(130) + "org")).isEmpty();
    }
}
