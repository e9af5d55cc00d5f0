package org.shuqiao.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.thesaurus.Additions.denial;
import static org.shuqiao.thesaurus.Additions.extension;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.thesaurus.Correction;
import org.shuqiao.contracts.thesaurus.Correction.Kind;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;

class DenialTest {
    private static final Thesaurus SMALL = Concepts.of("""
            top: {en: ["top thing"], zh: ["顶层"]}
            storage:
              broader: [top]
              en: ["storage", "depot", "ERP"]
              zh: ["存储", "仓库"]
              ru: ["хранилище", "склад", "складское хозяйство"]
              fr: ["stockage"]
            depot-building: {broader: [top], en: ["building", "depot (building)"], zh: ["建筑"], ru: ["здание", "склад (здание)"]}
            data-depot: {broader: [top], en: ["data depot"], zh: ["数据仓库"]}
            """);

    @Test
    void deniedWordsAreNoLabelOfTheConceptInThatLanguage() {
        Thesaurus denied = SMALL.with(List.of(denial("storage", "ru", "складе")));

        Concept storage = denied.concept("storage").orElseThrow();
        assertThat(storage.labels().get("ru"))
                .extracting(Label::text)
                .containsExactly("хранилище", "складское хозяйство");
        assertThat(storage.labels().get("zh")).hasSize(2);
        assertThat(concepts(denied, "На складах и в хранилище", "ru")).containsExactly("depot-building", "storage");
        assertThat(denied.fingerprint()).isNotEqualTo(SMALL.fingerprint());
    }

    @Test
    void anAmbiguousFormKeepsItsOtherMeanings() {
        assertThat(recognized(SMALL, "склад", "ru")).hasSize(2).allMatch(mention -> mention.certainty() == 0.5);

        assertThat(recognized(SMALL.with(List.of(denial("depot-building", "ru", "склад"))), "склад", "ru"))
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.concept()).isEqualTo("storage");
                    assertThat(mention.certainty()).isEqualTo(1);
                });
    }

    @Test
    void anEnglishTermIsDeniedInTextsOfOneLanguageOnly() {
        Thesaurus denied = SMALL.with(List.of(denial("storage", "ru", "ERP")));

        assertThat(concepts(denied, "Внедрение ERP", "ru")).isEmpty();
        assertThat(concepts(denied, "提供ERP", "zh")).containsExactly("storage");
        assertThat(concepts(denied, "ERP", "en")).containsExactly("storage");
        assertThat(denied.concept("storage").orElseThrow().labels())
                .isEqualTo(SMALL.concept("storage").orElseThrow().labels());
        assertThat(aboutness(SMALL, "внедрение ERP", "ru")).isPositive();
        assertThat(aboutness(denied, "внедрение ERP", "ru")).isZero();
        assertThat(aboutness(denied, "提供ERP", "zh")).isPositive();
    }

    @Test
    void whatATextIsAboutForgetsADeniedLabel() {
        Thesaurus denied = SMALL.with(List.of(denial("storage", "zh", "仓库")));

        assertThat(new SemanticInterpreter(denied)
                        .evidence(List.of(new Passage("仓库", "zh", 1)))
                        .of("storage", 3))
                .isEmpty();
        assertThat(new SemanticInterpreter(SMALL)
                        .evidence(List.of(new Passage("仓库", "zh", 1)))
                        .of("storage", 3))
                .isNotEmpty();
    }

    @Test
    void aPreferredLabelStays() {
        Thesaurus same = SMALL.with(List.of(denial("storage", "ru", "хранилища"), denial("gone", "ru", "склад")));

        assertThat(same.fingerprint()).isEqualTo(SMALL.fingerprint());
    }

    @Test
    void theLastWordCountsAndTwiceIsOnce() {
        var additions = List.of(
                denial("storage", "ru", "ERP"),
                denial("storage", "ru", "склад"),
                extension("storage", List.of(), "ru=ERP"));

        Thesaurus once = SMALL.with(additions);

        assertThat(concepts(once, "ERP", "ru")).containsExactly("storage");
        assertThat(once.with(additions).fingerprint()).isEqualTo(once.fingerprint());
        assertThat(SMALL.with(List.of(denial("storage", "ru", "склад"), extension("storage", List.of(), "ru=склад")))
                        .fingerprint())
                .isEqualTo(SMALL.fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "storage, ru, складом, -",
                "storage, ru, ERP, -",
                "storage, fr, ERP, -",
                "storage, en, depots, -",
                "storage, ru, хранилищ, denied.ru[0]",
                "storage, ru, здание, denied.ru[0]",
                "storage, ru, …, denied.ru[0]",
                "storage, fr, depot, denied.fr[0]",
                "storage, ka, ERP, denied.ka",
                "gone, ru, склад, concept"
            })
    void onlyWhatNamesAConceptCanBeDenied(String concept, String language, String words, String field) {
        assertThat(ThesaurusCheck.flaws(SMALL, denial(concept, language, words)))
                .extracting(Flaw::field)
                .containsExactlyElementsOf(field == null ? List.of() : List.of(field));
    }

    @Test
    void whatIsDeniedCannotBeDeniedAgain() {
        assertThat(ThesaurusCheck.flaws(
                        SMALL.with(List.of(denial("storage", "ru", "ERP"))), denial("storage", "ru", "ERP")))
                .hasSize(1);
    }

    @Test
    void anAuthorStrikesOutAMeaningOfOneText() {
        Recognizer recognizer = new Recognizer(SMALL);
        List<Correction> corrections = List.of(
                new Correction("склада", "storage", Kind.denied), new Correction("ERP", "storage", Kind.denied));

        assertThat(recognizer.recognize("Склад и ERP в хранилище", "ru", corrections))
                .extracting(Mention::concept)
                .containsExactly("depot-building", "storage");
        assertThat(recognizer.recognize(
                        "Хранилище", "ru", List.of(new Correction("хранилище", "storage", Kind.denied))))
                .isEmpty();
        assertThat(concepts(SMALL, "Хранилище", "ru")).containsExactly("storage");
    }

    @Test
    void anAuthorAddsAMeaningWhereverTheWordsStand() {
        String text = "Закрома: закромов больше, чем складов";
        List<Mention> mentions = new Recognizer(SMALL)
                .recognize(
                        text,
                        "ru",
                        List.of(
                                new Correction("закрома", "storage", Kind.added),
                                new Correction("склад", "depot-building", Kind.added),
                                new Correction("больше", "gone", Kind.added)));

        assertThat(mentions)
                .extracting(mention -> text.substring(mention.from(), mention.to()) + " " + mention.concept())
                .containsExactly("Закрома storage", "закромов storage", "складов depot-building");
        assertThat(mentions)
                .allMatch(mention ->
                        mention.certainty() == 1 && mention.language().equals("ru"));
    }

    @Test
    void whatAnAuthorAddsIsFoundWithinLongerWordsAndHidesShorterOnes() {
        Recognizer recognizer = new Recognizer(SMALL);

        assertThat(recognizer.recognize("a data depot", "en", List.of(new Correction("depot", "storage", Kind.added))))
                .extracting(Mention::concept)
                .containsExactly("data-depot", "storage");
        assertThat(recognizer.recognize(
                        "a grain depot", "en", List.of(new Correction("grain depot", "depot-building", Kind.added))))
                .extracting(Mention::concept)
                .containsExactly("depot-building");
    }

    private static double aboutness(Thesaurus thesaurus, String text, String language) {
        return new SemanticInterpreter(thesaurus)
                .interpret(List.of(new Passage(text, language, 1)))
                .size();
    }

    private static List<String> concepts(Thesaurus thesaurus, String text, String language) {
        return recognized(thesaurus, text, language).stream()
                .map(Mention::concept)
                .toList();
    }

    private static List<Mention> recognized(Thesaurus thesaurus, String text, String language) {
        return new Recognizer(thesaurus).recognize(text, language);
    }
}
