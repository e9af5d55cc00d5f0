package org.shuqiao.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 支持500个用户 | 500 user",
                "zh | 两百名员工 | 200 employee",
                "zh | 至少12TB | 12.. terabyte",
                "en | 500 active users | 500 user",
                "en | 100+ users | 100.. user",
                "en | 10-20 stores | 10..20 store",
                "en | 99.9% uptime | 99.9 percent",
                "en | 20 man-days | 20 person-day",
                "ru | не менее 200 пользователей | 200.. user",
                "ru | 50 рабочих мест | 50 workplace",
                "ar | ٥٠٠ مستخدم | 500 user",
                "ar | 20 موظفًا | 20 employee",
                "fr | 2 500 utilisateurs | 2500 user",
                "fr | 10 To | 10 terabyte",
                "es | 1.500 usuarios | 1500 user",
                "pt | 299 licenças | 299 licence",
                "de | mindestens 500 Nutzern | 500.. user",
                "de | 440 PT | 440 person-day",
                "id | maksimal 200 pengguna | ..200 user",
                "vi | 300 người dùng | 300 user",
                "th | ผู้ใช้ 500 คน | 500 person",
                "th | ร้อยละ 20 | 20 percent",
                "tr | en az 50 lisans | 50.. licence",
                "tr | %20 | 20 percent",
                "kk | 500 пайдаланушыға | 500 user"
            })
    void findsNumbersWithTheirUnit(String language, String text, String quantity) {
        assertThat(Read.quantities(text, language)).containsExactly(quantity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | a user, B2B, 3D, 5G, H100, Java 17",
                "en | +86 21 6123 4567 users",
                "en | 24/7 users",
                "zh | 第3人,一体化平台,千人千面",
                "ru | 8000 счётчиков"
            })
    void isNoQuantity(String language, String text) {
        assertThat(Read.quantities(text, language)).isEmpty();
    }
}
