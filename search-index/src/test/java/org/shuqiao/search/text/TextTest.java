package org.shuqiao.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Text;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TextTest {
    private static final LanguageDetection DETECTION = new LanguageDetection();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh|为跨境电商卖家提供仓储与清关一体化平台",
                "zh|基于 Kubernetes 的云原生 DevOps 平台 SaaS 服务",
                "ja|中小企業向けのクラウド会計サービスを提供します",
                "ko|전자상거래를 위한 클라우드 플랫폼",
                "ru|Поставка и установка цифровых счётчиков воды для муниципального предприятия",
                "uk|Постачання та встановлення цифрових лічильників води для міста Київ",
                "ar|توريد وتركيب عدادات مياه رقمية لمؤسسة بلدية",
                "fa|تأمین و نصب کنتورهای هوشمند آب برای شهرداری که می‌خواهد مصرف را کاهش دهد",
                "th|จัดหาและติดตั้งมิเตอร์น้ำดิจิทัลสำหรับเทศบาล",
                "el|Προμήθεια και εγκατάσταση ψηφιακών υδρομετρητών",
                "en|Supply and installation of digital water meters for a municipal utility",
                "fr|Fourniture et installation de compteurs d'eau numériques pour la ville",
                "es|Suministro e instalación de contadores de agua digitales para el municipio",
                "vi|Cung cấp và lắp đặt đồng hồ nước kỹ thuật số cho thành phố",
                "tr|Belediye için dijital su sayaçlarının temini ve kurulumu yapılacaktır",
                "hu|Digitális vízmérők szállítása és telepítése az önkormányzat számára"
            })
    void tellsTheLanguage(String language, String text) {
        assertThat(DETECTION.of(text).value()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "12345", "!!! 24/7"})
    void saysWhenThereIsNoTelling(String text) {
        assertThat(DETECTION.of(text)).isEqualTo(LanguageTag.UNDETERMINED);
    }

    @Test
    void everyFieldOfALanguageIsInEveryMapping() throws IOException {
        TreeSet<String> expected = new TreeSet<>(LanguageFields.OWN);
        expected.add(LanguageFields.OTHER);
        for (String mapping : List.of("offers-v8", "demands-v8")) {
            JsonNode properties = JsonMapper.shared()
                    .readTree(new ClassPathResource("indices/" + mapping + ".json").getInputStream())
                    .path("mappings")
                    .path("properties");
            for (String field : List.of("title", "text")) {
                assertThat(new TreeSet<>(
                                properties.path(field).path("properties").propertyNames()))
                        .as(mapping + " " + field)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-Hant,zh", "pt-BR,pt", "nb,no", "yue,zh", "pl,other", "und,other", "ms,other"})
    void aLanguageHasTheFieldOfItsPrimaryTag(String tag, String suffix) {
        assertThat(LanguageFields.suffix(new LanguageTag(tag))).isEqualTo(suffix);
    }

    @Test
    void textsGoIntoTheFieldsOfTheirLanguages() {
        Text title = new Text(
                new LanguageTag("zh"),
                Map.of(
                        new LanguageTag("zh"), org.shuqiao.contracts.value.Translation.of("云服务"),
                        new LanguageTag("en"), org.shuqiao.contracts.value.Translation.of("Cloud service")));
        Text summary = Text.of("Perevod tekstov — Поставка и установка цифровых счётчиков воды");

        FieldTexts texts = FieldTexts.of(DETECTION, title, java.util.Arrays.asList(summary, null));

        assertThat(texts.title()).containsOnlyKeys("zh", "en").containsEntry("zh", List.of("云服务"));
        assertThat(texts.text()).containsOnlyKeys("zh", "en", "ru");
        assertThat(texts.any()).hasSize(3);
    }

    @Test
    void aQueryHasEachWordOnceAndAtMostSoMany() {
        assertThat(QueryWords.of("Cloud, cloud; CLOUD and 云服务 云服务!", 100))
                .isEqualTo(new QueryWords("Cloud and 云服务", 5));
        assertThat(QueryWords.of("one two three four", 2)).isEqualTo(new QueryWords("one two", 2));
        assertThat(QueryWords.of("跨境电子商务", 4)).isEqualTo(new QueryWords("跨境电子", 4));
        assertThat(QueryWords.of("?! …", 4)).isEqualTo(new QueryWords("", 0));
    }

    @Test
    void tiesAreBrokenNeitherByTheAlphabetNorAtRandom() {
        assertThat(TieBreak.of("a")).isEqualTo(TieBreak.of("a")).isNotEqualTo(TieBreak.of("b"));
        assertThat(TieBreak.of("a", "bc")).isNotEqualTo(TieBreak.of("ab", "c"));
        long first = java.util.stream.IntStream.range(0, 1_000)
                .filter(i -> TieBreak.of("a" + i) < TieBreak.of("z" + i))
                .count();
        assertThat(first).isBetween(420L, 580L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Поставка счётчиков воды|Цифровой счётчик и вода|счётчик",
                "Water meters for the city|Metering of water: a meter per city|Metering,water,city",
                "Hébergement d'applications|HEBERGEMENT|HEBERGEMENT",
                "需要一套在线售票系统，包括部署|在线售票系统的开发与部署|在线售票系统,部署",
                "AMR and 5G for you|for 5G, AMR; you|5G,AMR",
                "community work|communication|",
                "จัดหามิเตอร์น้ำดิจิทัล|มิเตอร์น้ำ|มิเตอร์น้ำ",
                "لغة واحدة|another language|"
            })
    void textsShareWordsThatAPersonWouldSayTheyShare(String subject, String other, @Nullable String shared) {
        List<String> expected = shared == null ? List.of() : List.of(shared.split(","));

        assertThat(new SharedWords(List.of(subject)).with(List.of(other))).isEqualTo(expected);
    }
}
