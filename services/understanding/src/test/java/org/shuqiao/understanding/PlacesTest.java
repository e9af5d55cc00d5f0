package org.shuqiao.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 客户在沙特 | SA country",
                "zh | 深圳的公司 | CN city",
                "en | an office in Turkey | TR country",
                "en | US companies | US country",
                "en | a Georgian firm | GE adjective",
                "en | hosted in Jeddah | SA city",
                "ru | в Казахстане | KZ country",
                "ru | в Саудовской Аравии | SA country",
                "ru | китайская компания | CN adjective",
                "ru | в Москве | RU city",
                "ar | في المملكة العربية السعودية | SA country",
                "ar | بالرياض | SA city",
                "ar | شركة صينية | CN adjective",
                "fr | en Arabie saoudite | SA country",
                "fr | une entreprise chinoise | CN adjective",
                "es | en EE.UU. | US country",
                "es | en México | MX country",
                "pt | empresas brasileiras | BR adjective",
                "de | in Österreichs Städten | AT country",
                "de | chinesische Firmen | CN adjective",
                "id | di Tiongkok | CN country",
                "vi | công ty Trung Quốc | CN country",
                "th | ในประเทศไทย | TH country",
                "tr | Çin'den | CN country",
                "tr | Kazakistan'da | KZ country",
                "kk | Қытайдан | CN country",
                "kk | Ресейге | RU country",
                "pl | Warszawa | PL city",
                "zh | 位于Singapore | SG country"
            })
    void findsCountriesAndTheCountriesOfCities(String language, String text, String place) {
        assertThat(Read.places(text, language)).containsExactly(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 支持英语 | en",
                "zh | 简体中文界面 | zh-Hans",
                "en | Turkish-speaking support | tr",
                "en | documentation in Chinese | zh",
                "ru | на казахском языке | kk",
                "ru | на английском | en",
                "ar | باللغة العربية | ar",
                "fr | support en anglais | en",
                "es | idioma inglés | en",
                "pt | suporte em inglês | en",
                "de | auf Deutsch | de",
                "de | deutschsprachiger Support | de",
                "id | bahasa Inggris | en",
                "vi | tiếng Trung | zh",
                "th | ภาษาอังกฤษ | en",
                "tr | İngilizce | en",
                "kk | ағылшын тілінде | en"
            })
    void findsLanguages(String language, String text, String found) {
        assertThat(Read.languages(text, language)).containsExactly(found);
        assertThat(Read.places(text, language)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | IT services, let us polish it, a turkey, china plates and a jordan",
                "en | US$ 500, mail to someone@chad.example",
                "th | คลาวด์คอมพิวติ้ง",
                "es | Buscamos la paz y una china artesanal",
                "it | sul territorio italiano",
                "vi | phương pháp và áo mới",
                "id | as roda"
            })
    void isNoPlace(String language, String text) {
        assertThat(Read.places(text, language)).isEmpty();
        assertThat(Read.languages(text, language)).isEmpty();
    }

    @Test
    void whatALanguageSharesWithACountryIsTheLanguageBesideAWordThatSaysSo() {
        assertThat(Read.languages("The interface in Turkish and English", "en")).containsExactly("tr", "en");
        assertThat(Read.languages("It must support Kazakh, Russian and English.", "en"))
                .containsExactly("kk", "ru", "en");
        assertThat(Read.places("Kazakh and Russian firms", "en")).containsExactly("KZ adjective", "RU adjective");
        assertThat(Read.places("A Turkish company", "en")).containsExactly("TR adjective");
        assertThat(Read.languages("A Turkish company", "en")).isEmpty();
        assertThat(Read.places("на греческом острове", "ru")).containsExactly("GR adjective");
        assertThat(Read.languages("қазақ және орыс тілдерінде", "kk")).containsExactly("kk", "ru");
    }
}
