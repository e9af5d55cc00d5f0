package org.shuqiao.profile.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43", // the example of GB 32100-2015
                "G1610000713522976L", // begins with a letter
                "911100007109250324",
                "914403001922038216", // Huawei Technologies
                "91440300708461136T", // Tencent
                "9144030071526726XG" // with X and G at the end
            })
    void acceptsACodeWhoseCheckCharacterIsRight(String code) {
        assertThat(UnifiedSocialCreditCode.isValid(code)).isTrue();
    }

    @Test
    void acceptsExactlyOneCheckCharacter() {
        String body = "91350100M000100Y4";
        long accepted = ALPHABET.chars()
                .filter(check -> UnifiedSocialCreditCode.isValid(body + (char) check))
                .count();
        assertThat(accepted).isEqualTo(1);
    }

    @Test
    void noticesEverySingleWrongCharacterAndEverySwapOfNeighbours() {
        String code = "91350100M000100Y43";
        for (int i = 0; i < code.length(); i++) {
            for (char other : ALPHABET.toCharArray()) {
                if (other != code.charAt(i)) {
                    String wrong = code.substring(0, i) + other + code.substring(i + 1);
                    assertThat(UnifiedSocialCreditCode.isValid(wrong)).as(wrong).isFalse();
                }
            }
            if (i > 0 && code.charAt(i) != code.charAt(i - 1)) {
                String swapped = code.substring(0, i - 1) + code.charAt(i) + code.charAt(i - 1) + code.substring(i + 1);
                assertThat(UnifiedSocialCreditCode.isValid(swapped)).as(swapped).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91350100M000100Y4", "91350100M000100Y433", "I1350100M000100Y43", "91350100M000100y43"})
    void refusesAnotherLengthOrALetterOutsideTheAlphabet(String code) {
        assertThat(UnifiedSocialCreditCode.isValid(code)).isFalse();
    }
}
