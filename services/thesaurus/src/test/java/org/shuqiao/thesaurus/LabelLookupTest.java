package org.shuqiao.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(lookup.beginning(typed, language)).contains(concept);
    }

    @ParameterizedTest
    @CsvSource({"en, bject", "en, torage", "fr, object", "xx, object", "en, '- -'", "de, speicher", "th, คลัง"})
    void findsNothingElse(String language, String typed) {
        assertThat(lookup.beginning(typed, language)).isEmpty();
    }

    @Test
    void whatIsCalledSoFirstAndEachOnce() {
        assertThat(lookup.beginning("storage", "en")).containsExactly("archive", "storage");
        assertThat(lookup.beginning("object", "en")).containsExactly("storage", "archive");
        assertThat(lookup.beginning("s", "en")).containsExactly("archive", "storage");
    }
}
