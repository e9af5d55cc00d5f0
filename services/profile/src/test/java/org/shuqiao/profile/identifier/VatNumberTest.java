package org.shuqiao.profile.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.contracts.value.Identifier;
import org.shuqiao.contracts.value.InvalidValue;

class VatNumberTest {
    /** Numbers that firms print on their invoices and web pages. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU13585627",
                "ATU46080404",
                "ATU65020906",
                "BE0428759497",
                "BE0462423150",
                "BE0202239951",
                "BG131202360",
                "BG175074752",
                "BG7523169263",
                "BG7542011030",
                "CHE116281710MWST",
                "CHE107787577TVA",
                "CHE116281710",
                "CY10259033P",
                "CY00632993F",
                "CY10277198H",
                "CZ25123891",
                "CZ00023205",
                "CZ640903926",
                "CZ7205151536",
                "DE136695976",
                "DE811125440",
                "DE129390950",
                "DE811305931",
                "DK13585628",
                "DK10150817",
                "DK36149213",
                "EE100931558",
                "EE100594102",
                "EE101256753",
                "EL094012834",
                "EL094501040",
                "EL999715835",
                "ESA28184661",
                "ESB58378431",
                "ESQ2818015F",
                "ESX5253868R",
                "ES54362315K",
                "ESJ99216582",
                "FI20774740",
                "FI01968312",
                "FI18261444",
                "FR40303265045",
                "FR83404833048",
                "FRK7399859412",
                "FR16000063601",
                "GB980780684",
                "GB802311782",
                "GBGD001",
                "GBHA599",
                "HR33392005961",
                "HU12892312",
                "HU10672101",
                "IE6433435F",
                "IE6433435OA",
                "IE8D79739I",
                "IE6388047V",
                "IT00743110157",
                "IT02087050155",
                "IT01404480202",
                "LT119511515",
                "LT100001919017",
                "LT100004801610",
                "LU15027442",
                "LU19406747",
                "LV40003521600",
                "LV40103264016",
                "LV90000528023",
                "MT11679112",
                "MT20630321",
                "NL004495445B01",
                "NL802003217B01",
                "NL001162938B28",
                "NL009122746B01",
                "NO995525828MVA",
                "NO995525828",
                "PL8567346215",
                "PL5261025421",
                "PL6772135826",
                "PT501964843",
                "PT500019720",
                "RO18547290",
                "RO573768",
                "RO1630615123457",
                "SE556043606401",
                "SE202100500001",
                "SI50223054",
                "SI89036999",
                "SK2022749619",
                "SK2021853504",
                "SK1078449064"
            })
    void acceptsPublishedNumbers(String number) {
        assertThat(VatNumber.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU15169209",
                "ATU61191628",
                "AT13585627",
                "BE0406139583",
                "BE697449982",
                "BE2428759497",
                "BG131172009",
                "BG200940556",
                "CHE116281711MWST",
                "CH116281710",
                "CY10246672F",
                "CY12259033P",
                "CZ25557481",
                "CZ95123891",
                "DE125014855",
                "DE246495415",
                "DE011125440",
                "DE12345678",
                "DK11965658",
                "DK10159817",
                "EE100941558",
                "EE101586639",
                "EL094013834",
                "EL094501140",
                "ES54362415K",
                "ESA48951310",
                "ESO9023520A",
                "FI20774741",
                "FR04409414264",
                "FRK7399859312",
                "FRL7399859412",
                "GB802311781",
                "GBGD500",
                "GBHA499",
                "HR33392005962",
                "HU12892313",
                "IE4731823H",
                "IE5339273F",
                "IE8D79729I",
                "IT00687129980",
                "IT00743110158",
                "LT100001509922",
                "LT100001354",
                "LU15027443",
                "LV40003189715",
                "LV90000528022",
                "MT11679113",
                "NL009122746B00",
                "NL004495446B01",
                "NL001241643801",
                "NO995525829MVA",
                "PL8567346216",
                "PT501964842",
                "RO18547291",
                "SE556043606402",
                "SE556043606501",
                "SI50223055",
                "SK2022749618",
                "SK3022749619",
                "GR094012834",
                "QQ124567",
                "D",
                "",
                "US",
                "US1"
            })
    void refusesWrongNumbers(String number) {
        assertThat(VatNumber.isValid(number)).isFalse();
    }

    @Test
    void looksOnlyAtTheStructureOfACountryWithoutRule() {
        assertThat(VatNumber.isValid("KZ600400123456")).isTrue();
        assertThat(VatNumber.isValid("AE100000000000003")).isTrue();
        assertThat(VatNumber.isValid("AE1000000000000031")).isFalse();
        assertThat(VatNumber.isValid("RS101134702")).isTrue();
    }

    @Test
    void keepsOneFormOfANumber() {
        assertThat(CheckedIdentifier.of(Identifier.of("VAT", "de 136 695.976")))
                .isEqualTo(Identifier.of("VAT", "DE136695976"));
        assertThat(CheckedIdentifier.of(Identifier.of("CN-USCC", "g1610000713522976l")))
                .isEqualTo(Identifier.of("CN-USCC", "G1610000713522976L"));
        assertThat(CheckedIdentifier.of(Identifier.of("REGISTRY", "ab 1")))
                .isEqualTo(Identifier.of("REGISTRY", "ab 1"));
    }

    @Test
    void saysWhatTheCountryGives() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> CheckedIdentifier.of(Identifier.of("VAT", "NL 1234")))
                .satisfies(e -> assertThat(e.field()).isEqualTo("id"))
                .satisfies(e -> assertThat(e.expected())
                        .isEqualTo("a VAT number: NL, 9 digits, B and 2 digits, with right check digits"));
    }
}
