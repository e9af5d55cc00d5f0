package org.shuqiao.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognizerTest {
    private static final Recognizer RECOGNIZER = new Recognizer(Concepts.of("""
            top: {en: ["digital trade"], zh: ["数字贸易"]}
            data-storage:
              broader: [top]
              en: ["data storage"]
              zh: ["数据存储"]
              ru: ["хранение данных"]
              de: ["Datenspeicherung"]
              tr: ["veri depolama"]
            object-storage:
              broader: [data-storage]
              en: ["object storage"]
              zh: ["对象存储", "对象数据存储"]
              ru: ["объектное хранилище"]
              ar: ["تخزين الكائنات"]
              fr: ["stockage d'objets"]
              es: ["almacenamiento de objetos"]
              pt: ["armazenamento de objetos"]
              id: ["penyimpanan objek"]
              vi: ["lưu trữ đối tượng"]
              th: ["การจัดเก็บออบเจกต์"]
              kk: ["объектілік сақтау қоймасы"]
            data-processing: {broader: [top], en: ["data processing"], zh: ["存储数据"]}
            training: {broader: [top], en: ["training"], zh: ["培训"]}
            virtual-human: {broader: [top], en: ["virtual human"], ru: ["цифровой человек"]}
            erp: {broader: [top], en: ["ERP"], zh: ["企业资源计划", "ERP"]}
            sim: {broader: [top], en: ["SIM"], zh: ["用户识别卡"]}
            mirror-image: {broader: [object-storage], en: ["mirror (storage)"], zh: ["镜像"]}
            mirror-glass: {broader: [training], en: ["mirror (glass)"], zh: ["镜子"]}
            """));

    @Test
    void whatThaiMakesAFieldOfANounIsNotThatNoun() {
        Recognizer recognizer = new Recognizer(Concepts.of("""
                digital-marketing: {broader: [top], th: ["การตลาดดิจิทัล"]}
                """));

        assertThat(recognizer.recognize("ตลาดดิจิทัลในเอเชีย", "th")).isEmpty();
        assertThat(recognizer.recognize("บริการการตลาดดิจิทัล", "th")).hasSize(1);
    }

    @Test
    void aNounIsNoFunctionWord() {
        assertThat(RECOGNIZER.recognize("цифровые счётчики", "ru")).isEmpty();
        assertThat(RECOGNIZER.recognize("модели цифровых людей и цифровой человек", "ru"))
                .extracting(Mention::concept)
                .containsExactly("virtual-human");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | We look for Object-Storages in the EU | Object-Storages",
                "zh | 提供对象存储服务。 | 对象存储",
                "ru | Услуги объектного хранилища | объектного хранилища",
                "ru | Объёктное хранилище | Объёктное хранилище",
                "ar | نبحث عن تخزين الكائنات السحابي | تخزين الكائنات",
                "fr | le stockage des objets est inclus | stockage des objets",
                "es | Se busca un almacenamiento de objeto | almacenamiento de objeto",
                "pt | serviços de armazenamento de objetos | armazenamento de objetos",
                "id | layanan penyimpanan objek | penyimpanan objek",
                "vi | dịch vụ Lưu trữ đối tượng | Lưu trữ đối tượng",
                "th | บริการการจัดเก็บออบเจกต์บนคลาวด์ | การจัดเก็บออบเจกต์",
                "th | ระบบจัดเก็บออบเจกต์บนคลาวด์ | จัดเก็บออบเจกต์",
                "kk | объектілік сақтау қоймасының бағасы | объектілік сақтау қоймасының"
            })
    void findsALabelWithItsEndings(String language, String text, String words) {
        assertThat(RECOGNIZER.recognize(text, language)).singleElement().satisfies(mention -> {
            assertThat(mention.concept()).isEqualTo("object-storage");
            assertThat(mention.language()).isEqualTo(language);
            assertThat(mention.certainty()).isEqualTo(1);
            assertThat(text.substring(mention.from(), mention.to())).isEqualTo(words);
        });
    }

    @Test
    void takesTheLongestOfLabelsWithinEachOther() {
        assertThat(concepts("我们的对象数据存储和数据存储", "zh")).containsExactly("object-storage", "data-storage");
    }

    @Test
    void countsBothOfLabelsThatOnlyOverlap() {
        assertThat(concepts("对象存储数据", "zh")).containsExactly("object-storage", "data-processing");
    }

    @Test
    void findsNoLabelAcrossTheItemsOfAList() {
        assertThat(concepts("对象、存储", "zh")).isEmpty();
        assertThat(concepts("Object. Storage", "en")).isEmpty();
        assertThat(concepts("object-storage / data  storage", "en")).containsExactly("object-storage", "data-storage");
    }

    @Test
    void findsEnglishTermsInOtherLanguages() {
        assertThat(concepts("Внедрение ERP и object storage", "ru")).containsExactly("erp", "object-storage");
        assertThat(concepts("提供ERP实施", "zh")).containsExactly("erp");
        assertThat(concepts("Bevezetés: object storage, ERP", "hu")).containsExactly("object-storage", "erp");
    }

    @Test
    void anEnglishTermIsNotBrokenByAnotherScriptNorJoinedAcrossIt() {
        assertThat(concepts("ERP를 도입합니다", "ko")).containsExactly("erp");
        assertThat(concepts("object 云 storage", "zh")).isEmpty();
        assertThat(concepts("object или storage", "ru")).isEmpty();
        assertThat(RECOGNIZER.recognize("我们的𠀀ERP", "zh")).containsExactly(new Mention("erp", 5, 8, "zh", 1.0));
    }

    @Test
    void doesNotTakeAForeignWordForAnEnglishTerm() {
        assertThat(concepts("Le training de l'équipe", "fr")).isEmpty();
        assertThat(concepts("training персонала", "ru")).containsExactly("training");
    }

    @Test
    void wantsCapitalsOfShortAbbreviationsWhereThereAreAny() {
        assertThat(concepts("Cards: SIM and others", "en")).containsExactly("sim");
        assertThat(concepts("Cards for a sim race", "en")).isEmpty();
        assertThat(concepts("sim erp", "en")).containsExactly("sim", "erp");
    }

    @Test
    void tellsAnAbbreviationFromAFunctionWord() {
        Recognizer french = new Recognizer(Concepts.of("""
                mes: {en: ["MES"], zh: ["制造执行系统"], fr: ["MES"]}
                """));

        assertThat(french.recognize("Un MES pour l'usine", "fr")).hasSize(1);
        assertThat(french.recognize("Pour mes clients", "fr")).isEmpty();
    }

    @Test
    void findsLabelsInTextsInCapitals() {
        assertThat(concepts("SUPPLY OF THE STORAGE OF OBJECTS AND OBJECT STORAGE", "en"))
                .containsExactly("object-storage");
    }

    @Test
    void resolvesAnAmbiguousLabelByItsContext() {
        assertThat(concepts("A mirror of the object storage", "en")).containsExactly("mirror-image", "object-storage");
        assertThat(concepts("A mirror for the training", "en")).containsExactly("mirror-glass", "training");
        assertThat(RECOGNIZER.recognize("A mirror", "en"))
                .extracting(Mention::certainty)
                .containsExactly(0.5, 0.5);
    }

    @Test
    void findsNothingInNothing() {
        assertThat(RECOGNIZER.recognize("", "zh")).isEmpty();
        assertThat(RECOGNIZER.recognize("…", "xx")).isEmpty();
    }

    private static List<String> concepts(String text, String language) {
        return RECOGNIZER.recognize(text, language).stream()
                .map(Mention::concept)
                .toList();
    }
}
