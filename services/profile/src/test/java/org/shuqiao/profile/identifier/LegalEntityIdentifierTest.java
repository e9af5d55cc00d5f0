package org.shuqiao.profile.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegalEntityIdentifierTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HWUPKR0MPOU8FGXBT394", // Apple Inc.
                "5493006MHB84DD0ZWV18", // Alphabet Inc.
                "INR2EJN1ERAN0W5ZP974", // Microsoft Corporation
                "506700GE1G29325QX363" // Global Legal Entity Identifier Foundation
            })
    void acceptsPublishedIdentifiers(String lei) {
        assertThat(LegalEntityIdentifier.isValid(lei)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HWUPKR0MPOU8FGXBT395",
                "HWUPKR0MPOU8FGXTB394",
                "HWUPKR0MPOU8FGXBT39",
                "HWUPKR0MPOU8FGXBT3940",
                "HWUPKR0MPOU8FGXBT3A4",
                "hwupkr0mpou8fgxbt394",
                "000000000000000000"
            })
    void refusesWhatWasCopiedWrongly(String lei) {
        assertThat(LegalEntityIdentifier.isValid(lei)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000000000000001", "00000000000000000098"})
    void refusesCheckDigitsThatAreNeverGiven(String lei) {
        // both leave the remainder 1, but ISO/IEC 7064 gives 02 to 98 only: 98 here, never 01
        assertThat(CheckDigits.mod97(lei)).isEqualTo(1);
        assertThat(LegalEntityIdentifier.isValid(lei)).isEqualTo(lei.endsWith("98"));
    }
}
