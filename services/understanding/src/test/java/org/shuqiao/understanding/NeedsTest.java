package org.shuqiao.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 系统必须支持ERP。",
                "en | The system must support ERP.",
                "ru | Система должна поддерживать ERP.",
                "ar | يجب أن يدعم النظام ERP.",
                "fr | La solution doit prendre en charge ERP.",
                "es | Es imprescindible ERP.",
                "pt | É obrigatório ERP.",
                "de | Zwingend erforderlich ist ERP.",
                "id | Sistem harus mendukung ERP.",
                "vi | Hệ thống phải hỗ trợ ERP.",
                "th | ต้องมี ERP",
                "tr | ERP zorunludur.",
                "kk | ERP міндетті."
            })
    void whatMustBeIsEssential(String language, String text) {
        assertThat(Read.needs(text, language)).containsExactly("ERP essential");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 需要ERP,有CRM经验者优先。",
                "en | We require ERP, and CRM is a plus.",
                "ru | Требуется ERP, CRM будет преимуществом.",
                "ar | نحتاج إلى ERP. يفضل CRM.",
                "fr | ERP est obligatoire, CRM serait un atout.",
                "es | ERP es obligatorio, CRM es deseable.",
                "pt | ERP é obrigatório, CRM é desejável.",
                "de | ERP ist Pflicht, CRM wäre wünschenswert.",
                "id | ERP wajib, CRM menjadi nilai tambah.",
                "vi | ERP là bắt buộc, CRM là một lợi thế.",
                "th | ต้องมี ERP ถ้ามี CRM จะดีมาก",
                "tr | ERP zorunludur, CRM tercih edilir.",
                "kk | ERP міндетті, CRM болса жақсы."
            })
    void whatWouldBeWelcomeIsNiceToHave(String language, String text) {
        assertThat(Read.needs(text, language)).containsExactly("ERP essential", "CRM nice-to-have");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 提供ERP,不含CRM。",
                "zh | 除CRM外,提供ERP。",
                "en | We offer ERP without CRM.",
                "en | No CRM required, ERP instead.",
                "ru | Предлагаем ERP без CRM.",
                "ru | Предлагаем ERP. CRM не требуется.",
                "ar | نقدم ERP. العرض لا يشمل CRM.",
                "fr | Nous proposons ERP sans CRM.",
                "es | Ofrecemos ERP, no incluye CRM.",
                "pt | Oferecemos ERP sem CRM.",
                "de | Wir bieten ERP ohne CRM.",
                "id | Kami menawarkan ERP tanpa CRM.",
                "vi | Chúng tôi cung cấp ERP, không bao gồm CRM.",
                "th | เรามี ERP ไม่รวม CRM",
                "tr | ERP sunuyoruz. CRM dahil değildir.",
                "kk | ERP ұсынамыз. CRM қажет емес."
            })
    void whatIsLeftOutIsExcluded(String language, String text) {
        assertThat(Read.needs(text, language)).contains("CRM excluded").contains("ERP stated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 必备条件 | 加分项 | 不包括",
                "en | Mandatory requirements | Nice to have | Out of scope",
                "ru | Обязательные требования | Желательно | Не входит",
                "ar | المتطلبات الإلزامية | المتطلبات الاختيارية | خارج النطاق",
                "fr | Exigences obligatoires | Souhaitable | Hors périmètre",
                "es | Requisitos obligatorios | Deseable | Fuera de alcance",
                "pt | Requisitos obrigatórios | Desejável | Fora do escopo",
                "de | Muss-Kriterien | Kann-Kriterien | Nicht im Umfang",
                "id | Persyaratan wajib | Opsional | Di luar cakupan",
                "vi | Yêu cầu bắt buộc | Điểm cộng | Ngoài phạm vi",
                "th | ข้อกำหนดบังคับ | คะแนนพิเศษ | นอกขอบเขต",
                "tr | Zorunlu gereksinimler | Tercih edilenler | Kapsam dışı",
                "kk | Міндетті талаптар | Қалаулы | Кірмейді"
            })
    void aHeadingGovernsTheListUnderIt(String language, String must, String nice, String excluded) {
        String text = must + ":\n- ERP\n\n" + nice + ":\n1. CRM\n\n" + excluded + ":\n• CDN\n";
        String inOneLine = must + ": ERP. " + nice + ": CRM. " + excluded + ": CDN.";

        List<String> needs = List.of("ERP essential", "CRM nice-to-have", "CDN excluded");
        assertThat(Read.needs(text, language)).isEqualTo(needs);
        assertThat(Read.needs(inOneLine, language)).isEqualTo(needs);
    }

    @Test
    void aHeadingEndsWithItsList() {
        assertThat(Read.needs("Must have:\n- ERP\n- CRM\n\nWe also run a CDN.", "en"))
                .containsExactly("ERP essential", "CRM essential", "CDN stated");
        assertThat(Read.needs("Must have:\n\n- ERP\n\n- CRM\n\nAbout us:\nCDN", "en"))
                .containsExactly("ERP essential", "CRM essential", "CDN stated");
    }

    @Test
    void aSentenceUnderAHeadingCanSayOtherwise() {
        assertThat(Read.needs("Requirements:\n- ERP\n- CRM would be nice\n- CDN is not needed", "en"))
                .containsExactly("ERP essential", "CRM nice-to-have", "CDN excluded");
    }

    @Test
    void aNegationReachesToTheEndOfItsListOnly() {
        assertThat(Read.needs("No ERP, CRM or CDN.", "en"))
                .containsExactly("ERP excluded", "CRM excluded", "CDN excluded");
        assertThat(Read.needs("Without ERP, CRM for sales.", "en")).containsExactly("ERP excluded", "CRM stated");
        assertThat(Read.needs("Without ERP, but with CRM.", "en")).containsExactly("ERP excluded", "CRM stated");
        assertThat(Read.needs("不需要ERP、CRM,提供CDN", "zh")).containsExactly("ERP excluded", "CRM excluded", "CDN stated");
        assertThat(Read.needs("Без ERP, CRM и CDN.", "ru"))
                .containsExactly("ERP excluded", "CRM excluded", "CDN excluded");
    }

    @Test
    void whatStandsBeforeACueReachesBackToItsListOnly() {
        assertThat(Read.needs("An ERP, a CRM and a CDN are a plus.", "en"))
                .containsExactly("ERP nice-to-have", "CRM nice-to-have", "CDN nice-to-have");
        assertThat(Read.needs("We run an ERP, a CRM is optional.", "en"))
                .containsExactly("ERP stated", "CRM nice-to-have");
        assertThat(Read.needs("We do not need ERP but CRM is essential; CDN.", "en"))
                .containsExactly("ERP excluded", "CRM essential", "CDN stated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | No offers without ERP.",
                "es | No se aceptan ofertas sin ERP.",
                "ru | Не рассматриваем решения без ERP.",
                "fr | Aucune offre sans ERP.",
                "de | Keine Angebote ohne ERP."
            })
    void whatMustNotBeMissingIsEssential(String language, String text) {
        assertThat(Read.needs(text, language)).containsExactly("ERP essential");
    }

    @Test
    void twoNegationsSideBySideExcludeBoth() {
        assertThat(Read.needs("Without ERP and without CRM, no CDN.", "en"))
                .containsExactly("ERP excluded", "CRM excluded", "CDN excluded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Not only ERP.",
                "en | There is no CRM today.",
                "en | Our system does not support CRM.",
                "ru | Не только ERP.",
                "zh | 不仅ERP。",
                "zh | 包括但不限于ERP",
                "fr | Non seulement ERP.",
                "es | No hay CRM.",
                "de | Nicht nur ERP.",
                "pt | Não só ERP.",
                "vi | Không chỉ ERP.",
                "id | Tidak hanya ERP.",
                "th | ไม่เพียง ERP"
            })
    void whatOnlyLooksLikeANegationIsNone(String language, String text) {
        assertThat(Read.needs(text, language)).singleElement().asString().endsWith("stated");
    }
}
