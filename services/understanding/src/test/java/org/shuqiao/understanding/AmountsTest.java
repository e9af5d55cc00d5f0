package org.shuqiao.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.understanding.number.Amount;

class AmountsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 预算300万元 | 3000000 CNY",
                "zh | ３００万元 | 3000000 CNY",
                "zh | 三百五十万元 | 3500000 CNY",
                "zh | 人民币1,234.5元 | 1234.5 CNY",
                "zh | 2亿美元 | 200000000 USD",
                "zh | ￥500 | 500 CNY",
                "en | a budget of USD 20k | 20000 USD",
                "en | US$ 1.5 million | 1500000 USD",
                "en | £1,234.56 | 1234.56 GBP",
                "en | two million euros | 2000000 EUR",
                "en | EUR 1.500 | 1500 EUR",
                "en | 174 104 GBP | 174104 GBP",
                "en | 1.234 million euros | 1234000 EUR",
                "en | KWD 1.250 | 1.250 KWD",
                "en | 12,34,567 rupees | 1234567 INR/PKR/LKR/NPR/IDR",
                "ru | 5 млн руб. | 5000000 RUB",
                "ru | 1 500 000 тенге | 1500000 KZT",
                "ru | 300 тыс. долл. США | 300000 USD",
                "ru | 2,5 миллиона рублей | 2500000 RUB",
                "ar | ٢ مليون ريال سعودي | 2000000 SAR",
                "ar | ١٬٥٠٠٫٧٥ دولار | 1500.75 USD",
                "ar | 500 ألف درهم إماراتي | 500000 AED",
                "fr | 1,5 million d'euros | 1500000 EUR",
                "fr | 10 000,50 € | 10000.50 EUR",
                "fr | 200 k€ HT | 200000 EUR",
                "es | 5 millones de euros | 5000000 EUR",
                "es | 20 mil dólares | 20000 USD",
                "es | 1.234.567,89 € | 1234567.89 EUR",
                "pt | R$ 2,5 milhões | 2500000 BRL",
                "pt | 10 mil euros | 10000 EUR",
                "de | 1,5 Mio. € | 1500000 EUR",
                "de | EUR 500.000,- | 500000 EUR",
                "de | 5.000 CHF | 5000 CHF",
                "id | Rp 2,5 miliar | 2500000000 IDR",
                "id | Rp1.500.000 | 1500000 IDR",
                "vi | 500 triệu đồng | 500000000 VND",
                "vi | 2 tỷ VNĐ | 2000000000 VND",
                "th | ๕ ล้านบาท | 5000000 THB",
                "th | 1,500 บาท | 1500 THB",
                "tr | 500.000 TL | 500000 TRY",
                "tr | 5 milyon dolar | 5000000 USD",
                "kk | 5 млн теңге | 5000000 KZT",
                "kk | 300 мың теңгеге | 300000 KZT",
                "ja | 300万円 |",
                "fi | 10 000 euroa | 10000 EUR",
                "und | 5,000 USD | 5000 USD"
            })
    void findsAmountsInAllLanguages(String language, String text, String amount) {
        if (amount == null) {
            assertThat(Read.amounts(text, language)).isEmpty(); // magnitudes of a language without a file are not known
        } else {
            assertThat(Read.amounts(text, language)).containsExactly(amount);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 10-15万元 | 100000..150000 CNY",
                "zh | 10万至15万元 | 100000..150000 CNY",
                "en | between 5 and 10 million euros | 5000000..10000000 EUR",
                "en | £300,000 - £500,000 | 300000..500000 GBP",
                "en | USD 500 to 600 | 500..600 USD",
                "ru | от 10 до 15 млн рублей | 10000000..15000000 RUB",
                "ar | من 100 ألف إلى 200 ألف دولار | 100000..200000 USD",
                "ar | بين 50 و80 ألف دولار | 50000..80000 USD",
                "fr | de 5 à 10 k€ | 5000..10000 EUR",
                "es | entre 100.000 y 150.000 euros | 100000..150000 EUR",
                "pt | entre 10 e 20 mil euros | 10000..20000 EUR",
                "de | 10–15 Tsd. Euro | 10000..15000 EUR",
                "id | USD 10.000 - 20.000 | 10000..20000 USD",
                "vi | từ 100 đến 200 triệu đồng | 100000000..200000000 VND",
                "th | ตั้งแต่ 1 ถึง 2 ล้านบาท | 1000000..2000000 THB",
                "tr | 100 bin - 200 bin TL | 100000..200000 TRY",
                "kk | 100–200 мың теңге | 100000..200000 KZT"
            })
    void findsRanges(String language, String text, String amount) {
        assertThat(Read.amounts(text, language)).containsExactly(amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 300万元以内 | ..3000000 CNY",
                "zh | 不低于50万元 | 500000.. CNY",
                "en | up to EUR 5m | ..5000000 EUR",
                "en | at least 5,000 euros | 5000.. EUR",
                "ru | не более 5 млн руб. | ..5000000 RUB",
                "ru | от 100 000 рублей | 100000.. RUB",
                "ar | لا تتجاوز 2 مليون دولار | ..2000000 USD",
                "fr | 50 000 € maximum | ..50000 EUR",
                "es | hasta 5.000 euros | ..5000 EUR",
                "pt | até 5.000 euros | ..5000 EUR",
                "de | höchstens 5.000 Euro | ..5000 EUR",
                "id | maksimal Rp 5 juta | ..5000000 IDR",
                "vi | tối đa 2 tỷ đồng | ..2000000000 VND",
                "th | ไม่เกิน 5 ล้านบาท | ..5000000 THB",
                "tr | 500.000 TL'ye kadar | ..500000 TRY",
                "kk | 5 млн теңгеге дейін | ..5000000 KZT"
            })
    void findsBounds(String language, String text, String amount) {
        assertThat(Read.amounts(text, language)).containsExactly(amount);
    }

    @Test
    void marksASignOfSeveralCurrencies() {
        assertThat(Read.UNDERSTANDING.understand("$500, ¥300 and 20 kr", "en").amounts())
                .extracting(Amount::currencies)
                .allSatisfy(currencies -> assertThat(currencies).hasSizeGreaterThan(1));
        assertThat(Read.UNDERSTANDING.understand("¥300", "en").amounts())
                .extracting(Amount::certainty)
                .containsExactly(0.5);
    }

    @Test
    void tellsTheCurrencyByTheAuthorsCountryOrByOneNamed() {
        assertThat(Read.UNDERSTANDING.understand("$500", "en", "SG").amounts())
                .extracting(Amount::currencies)
                .containsExactly(java.util.List.of("SGD"));
        assertThat(Read.amounts("5 000 kr for a shop in Norway", "en")).containsExactly("5000 NOK");
        assertThat(Read.amounts("¥300 in Japan", "en")).containsExactly("300 JPY");
        assertThat(Read.amounts("500 riyals in Doha", "en")).containsExactly("500 QAR");
    }

    @Test
    void theLanguageMayTellTheCurrency() {
        assertThat(Read.amounts("¥300", "zh")).containsExactly("300 CNY");
        assertThat(Read.amounts("500$", "ru")).containsExactly("500 USD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Version 2.5.1, TLS 1.3, PHP 8, CAD 2024",
                "en | Call +86 21 6123 4567 or 400-820-8820",
                "en | TRY 3 times, ALL 5 sites, the TOP 10",
                "en | paid in euros 3 times",
                "en | ISO 9001, 24/7, 10.0.0.1, 2026-03-01",
                "zh | 500元数据记录",
                "vi | 8.000 đồng hồ nước",
                "de | Kapitel 3.4.1 auf Seite 12",
                "ru | раздел 2.1, тел. 8 (495) 123-45-67",
                "en | 99999999999999999999 EUR",
                "en | EUR"
            })
    void isNoAmount(String language, String text) {
        assertThat(Read.amounts(text, language)).isEmpty();
    }

    @Test
    void saysWhereTheAmountStands() {
        String text = "𝔸 budget: up to 5 Mio. € 😀";
        Amount amount = Read.UNDERSTANDING.understand(text, "en").amounts().getFirst();

        assertThat(text.substring(amount.from(), amount.to())).isEqualTo("up to 5 Mio. €");
    }
}
