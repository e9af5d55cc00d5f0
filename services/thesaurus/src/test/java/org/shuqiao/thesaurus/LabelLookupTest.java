package org.shuqiao.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.thesaurus.LabelLookup.Found;

class LabelLookupTest {
    private final LabelLookup lookup = new LabelLookup(Concepts.of("""
            storage:
              zh: ["对象存储"]
              en: ["object storage", "S3-compatible storage"]
              fr: ["stockage d'objets", "dépôt"]
              vi: ["lưu trữ đối tượng", "dịch vụ đĩa"]
              ru: ["объектное хранилище"]
              ar: ["التخزين السحابي"]
              tr: ["bulut ışığı", "İşlem"]
              de: ["Straßenspeicher"]
              th: ["ที่เก็บข้อมูล"]
              kk: ["бұлттық қойма"]
            archive: {broader: [storage], zh: ["归档存储"], en: ["storage archive", "object archive"]}
            """));

    @ParameterizedTest
    @CsvSource({
        "zh, 存储, storage",
        "zh, 象存, storage",
        "zh, 归档, archive",
        "en, obj, storage",
        "en, OBJECT STO, storage",
        "en, compat, storage",
        "en, s3, storage",
        "fr, depot, storage",
        "fr, dépô, storage",
        "fr, objets, storage",
        "vi, luu tru, storage",
        "vi, dich vu, storage",
        "vi, đĩa, storage",
        "vi, dia, storage",
        "ru, хран, storage",
        "ar, تخزين, storage",
        "ar, التخ, storage",
        "ar, سحاب, storage",
        "tr, isi, storage",
        "tr, ISL, storage",
        "de, strassen, storage",
        "de, Straßensp, storage",
        "th, เก็บ, storage",
        "kk, қойма, storage"
    })
    void findsTheBeginningOfAnyWord(String language, String typed, String concept) {
        assertThat(ids(typed, language)).contains(concept);
    }

    @ParameterizedTest
    @CsvSource({"en, bject", "en, torage", "fr, object", "xx, object", "en, '- -'", "de, speicher", "th, คลัง"})
    void findsNothingElse(String language, String typed) {
        assertThat(ids(typed, language)).isEmpty();
    }

    @Test
    void whatIsCalledSoFirstAndEachOnce() {
        assertThat(ids("storage", "en")).containsExactly("archive", "storage");
        assertThat(ids("object", "en")).containsExactly("storage", "archive");
        assertThat(ids("s", "en")).containsExactly("archive", "storage");
    }

    @Test
    void whatIsCalledJustSoComesBeforeLongerLabels() {
        LabelLookup lookup = new LabelLookup(Concepts.of("""
                object-storage: {en: ["storage of objects"]}
                disk: {broader: [object-storage], en: ["hard disk", "storage"]}
                tape: {broader: [object-storage], en: ["storage on tape"]}
                """));
        assertThat(lookup.beginning("storage", "en"))
                .extracting(Found::concept)
                .containsExactly("disk", "tape", "object-storage");
    }

    @Test
    void saysByWhichLabelItFound() {
        assertThat(lookup.beginning("compat", "en"))
                .containsExactly(new Found("storage", new Label("S3-compatible storage", null)));
    }

    @Test
    void latinWordsInChineseLabelsAreBegunAsWords() {
        LabelLookup lookup = new LabelLookup(Concepts.of("""
                saas: {zh: ["企业SaaS软件"], en: ["SaaS"]}
                """));
        assertThat(lookup.beginning("软件", "zh")).hasSize(1);
        assertThat(lookup.beginning("saas", "zh")).hasSize(1);
        assertThat(lookup.beginning("aas", "zh")).isEmpty();
    }

    private List<String> ids(String typed, String language) {
        return lookup.beginning(typed, language).stream().map(Found::concept).toList();
    }
}
