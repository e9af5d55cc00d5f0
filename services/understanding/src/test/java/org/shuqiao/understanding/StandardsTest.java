package org.shuqiao.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.understanding.need.Need;
import org.shuqiao.understanding.standard.StandardMention;

class StandardsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 须通过等保三级认证 | MLPS 3",
                "zh | GB/T 22239-2019 | GB/T 22239:2019",
                "zh | CMMI5级 | CMMI 5",
                "zh | ISO27001认证 | ISO 27001",
                "en | ISO/IEC 27001:2022 | ISO/IEC 27001:2022",
                "en | iso 9001 | ISO 9001",
                "en | SOC 2 Type II report | SOC 2 Type II",
                "en | PCI-DSS v4.0.1 | PCI DSS",
                "en | EN 301 549 | EN 301 549",
                "en | NIST SP 800-53 | NIST SP 800-53",
                "en | MLPS Level 3 | MLPS 3",
                "en | CE marking | CE",
                "ru | ИСО 9001 | ISO 9001",
                "ru | ГОСТ Р 57580.1-2017 | ГОСТ Р 57580.1:2017",
                "ru | соответствие 152-ФЗ | 152-ФЗ",
                "ar | شهادة الأيزو 9001 | ISO 9001",
                "fr | le RGPD s'applique | GDPR",
                "fr | marquage CE | CE",
                "es | norma UNE-EN ISO 9001:2015 | ISO 9001:2015",
                "pt | conforme a LGPD | LGPD",
                "de | DSGVO-konform | GDPR",
                "de | DIN EN ISO 9001 | ISO 9001",
                "id | sertifikasi ISO 27001 | ISO 27001",
                "vi | chứng nhận ISO 9001:2015 | ISO 9001:2015",
                "th | มาตรฐาน ISO 27001 | ISO 27001",
                "tr | KVKK uyumu | KVKK",
                "kk | СТ РК ISO 9001 | ISO 9001"
            })
    void findsStandards(String language, String text, String name) {
        assertThat(Read.standards(text, language)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | une 300 m², en 2026, CE document",
                "en | the iso image, 3EN, an ISO 200 film, bs 500",
                "fr | EN 2026 LA SOCIETE",
                "en | SOCCER 2"
            })
    void isNoStandard(String language, String text) {
        assertThat(Read.standards(text, language)).isEmpty();
    }

    @Test
    void theYearOfAnEditionIsNotCompared() {
        assertThat(Read.UNDERSTANDING
                        .understand("ISO/IEC 27001:2022, iso 27001", "en")
                        .standards())
                .extracting(StandardMention::normalized)
                .containsExactly("iso27001", "iso27001");
    }

    @Test
    void saysHowMuchAStandardIsNeeded() {
        assertThat(Read.UNDERSTANDING
                        .understand("ISO/IEC 27001:2022 is required, SOC 2 is a plus, CMMI 5 is not required.", "en")
                        .standards())
                .extracting(StandardMention::need)
                .containsExactly(Need.ESSENTIAL, Need.NICE_TO_HAVE, Need.EXCLUDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 已通过ISO27001认证 | true",
                "zh | 提供ISO27001认证咨询 | false",
                "en | ISO 9001, ISO/IEC 27001 and SOC 2 certified company | true",
                "en | We help you to become ISO 27001 certified | false",
                "en | ISO 27001 | false",
                "en | Our staff is certified. We sell the text of ISO 27001 | false",
                "ru | Компания сертифицирована по ISO 27001 | true",
                "ru | Консультации по сертификации ISO 27001 | false",
                "ar | حاصلة على شهادة ISO 27001 | true",
                "fr | Société certifiée ISO 27001 | true",
                "es | Empresa certificada en ISO 27001 | true",
                "pt | Empresa certificada ISO 27001 | true",
                "de | nach ISO 27001 zertifiziert | true",
                "de | Beratung zur Zertifizierung nach ISO 27001 | false",
                "id | bersertifikat ISO 27001 | true",
                "vi | đạt chứng nhận ISO 27001 | true",
                "th | ได้รับการรับรองมาตรฐาน ISO 27001 | true",
                "tr | ISO 27001 belgesine sahibiz | true",
                "kk | ISO 27001 сертификаты бар | true"
            })
    void saysWhetherItIsHeld(String language, String text, boolean held) {
        assertThat(Read.UNDERSTANDING.understand(text, language).standards())
                .extracting(StandardMention::held)
                .containsOnly(held);
    }
}
