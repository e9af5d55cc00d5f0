package org.shuqiao.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final EmailAddress EMAIL =
            EmailAddress.parse("wilhelmina.zhang@harbourworks.example").orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "river lantern copper seven",
                "тихий фонарь у реки",
                "小桥流水人家古道西风瘦马",
                "sobreelpuentedehierro",
                "k7Vq2mXw9TzB",
                "            a b c d q z"
            })
    void acceptsLettersOfAnyKindWithoutRulesOfComposition(String password) {
        assertThat(PasswordPolicy.fault(password, EMAIL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "Password1234",
                "qwertyuiop[]",
                "123456789012",
                "aaaaaaaaaaaaaaaa",
                "iloveyou2026",
                "1qaz2wsx3edc",
                "drowssap1234",
                "wilhelmina.zhang",
                "harbourworks1",
                "shanghai2026"
            })
    void refusesWhatIsTriedFirst(String password) {
        assertThat(PasswordPolicy.fault(password, EMAIL)).contains(PasswordFault.COMMON);
    }

    @Test
    void countsCodePoints() {
        assertThat(PasswordPolicy.fault("🌉🏮🚢🎋🧭🪷🍵🥟🎐🧧🐉", EMAIL)).contains(PasswordFault.TOO_SHORT);
        assertThat(PasswordPolicy.fault("🌉🏮🚢🎋🧭🪷🍵🥟🎐🧧🐉🛶", EMAIL)).isEmpty();
        String most = "river lantern copper seven ".repeat(5).substring(0, 128);
        assertThat(PasswordPolicy.fault(most, EMAIL)).isEmpty();
        assertThat(PasswordPolicy.fault(most + "x", EMAIL)).contains(PasswordFault.TOO_LONG);
    }

    @Test
    void takesTheSameKeysForTheSamePassword() {
        assertThat(PasswordHasher.normal("café\uFF11")).isEqualTo(PasswordHasher.normal("cafe\u03011"));
    }
}
