package org.shuqiao.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.thesaurus.Additions.concept;
import static org.shuqiao.thesaurus.Additions.extension;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.contracts.thesaurus.ConceptMapping;
import org.shuqiao.contracts.thesaurus.ConceptMapping.Match;

class ExtensionTest {
    private static final Thesaurus SMALL = Concepts.of("""
            top: {en: ["top thing"], zh: ["顶层"]}
            cloud: {broader: [top], en: ["cloud"], zh: ["云端"]}
            storage: {broader: [cloud], related: [glass], en: ["storage"], zh: ["存储"]}
            glass: {broader: [top], en: ["mirror (glass)"], zh: ["镜子"]}
            """);

    @Test
    void aNewConceptStandsWhereItHangs() {
        Thesaurus extended = SMALL.with(List.of(concept(
                "cold-storage",
                List.of("storage"),
                List.of("glass"),
                List.of(new ConceptMapping(Match.exact, "cpv", "72317000")),
                "en=cold storage|archive tier",
                "zh=冷存储")));

        Concept added = extended.concept("cold-storage").orElseThrow();
        assertThat(added.branch()).isEqualTo("a");
        assertThat(added.preferred("en")).isEqualTo(new Label("cold storage", null));
        assertThat(added.mappings()).containsExactly(new Mapping(true, "cpv", "72317000"));
        assertThat(extended.narrower("storage")).containsExactly("cold-storage");
        assertThat(extended.related("glass")).containsExactly("storage", "cold-storage");
        assertThat(extended.broader("cold-storage")).containsOnlyKeys("storage", "cloud", "top");
        assertThat(SMALL.concept("cold-storage")).isEmpty();
        assertThat(ThesaurusCheck.flaws(extended)).isEmpty();
    }

    @Test
    void anExtensionLeavesThePreferredLabelAndAddsWhatIsNew() {
        Thesaurus extended = SMALL.with(
                List.of(extension("storage", List.of("cloud", "glass"), "en=STORAGE|data store", "ru=хранилище")));

        Concept storage = extended.concept("storage").orElseThrow();
        assertThat(storage.labels().get("en")).extracting(Label::text).containsExactly("storage", "data store");
        assertThat(storage.labels().get("ru")).extracting(Label::text).containsExactly("хранилище");
        assertThat(storage.related()).containsExactly("glass", "cloud");
    }

    @Test
    void madeTwiceIsMadeOnce() {
        List<ConceptAddition> additions = List.of(
                concept("cold-storage", List.of("storage"), "en=cold storage", "zh=冷存储"),
                extension("cold-storage", List.of(), "en=archive tier"));

        Thesaurus once = SMALL.with(additions);

        assertThat(once.with(additions).fingerprint()).isEqualTo(once.fingerprint());
        assertThat(once.concept("cold-storage").orElseThrow().labels().get("en"))
                .hasSize(2);
    }

    @Test
    void whatItSaysOfConceptsThatAreNotThereIsLeftOut() {
        Thesaurus extended = SMALL.with(List.of(
                extension("gone", List.of(), "en=gone thing"),
                concept("orphan", List.of("gone"), "en=orphan", "zh=孤儿"),
                concept("half", List.of("gone", "cloud"), List.of("gone"), List.of(), "en=half", "zh=一半", "xx=none")));

        assertThat(extended.concept("gone")).isEmpty();
        assertThat(extended.concept("orphan")).isEmpty();
        Concept half = extended.concept("half").orElseThrow();
        assertThat(half.broader()).containsExactly("cloud");
        assertThat(half.related()).isEmpty();
        assertThat(half.labels()).containsOnlyKeys("en", "zh");
    }

    @Test
    void theFingerprintIsOfWhatIsSaidAndNotOfItsOrder() {
        Thesaurus reordered = Concepts.of("""
                top: {zh: ["顶层"], en: ["top thing"]}
                glass: {broader: [top], related: [storage], zh: ["镜子"], en: ["mirror (glass)"]}
                storage: {broader: [cloud], en: ["storage"], zh: ["存储"]}
                cloud: {broader: [top], en: ["cloud"], zh: ["云端"]}
                """);

        assertThat(SMALL.fingerprint()).matches("[0-9a-f]{64}").isEqualTo(reordered.fingerprint());
        assertThat(SMALL.with(List.of()).fingerprint()).isEqualTo(SMALL.fingerprint());
        assertThat(SMALL.with(List.of(extension("glass", List.of("cloud"), "en=pane")))
                        .fingerprint())
                .isNotEqualTo(SMALL.fingerprint())
                .isNotEqualTo(SMALL.with(List.of(extension("glass", List.of(), "en=pane")))
                        .fingerprint());
        assertThat(Thesaurus.builtIn().fingerprint())
                .isEqualTo(Thesaurus.builtIn().fingerprint());
    }

    @Test
    void aSoundAdditionHasNoFlaw() {
        assertThat(ThesaurusCheck.flaws(
                        SMALL, concept("cold-storage", List.of("storage"), "en=cold storage", "zh=冷存储")))
                .isEmpty();
        assertThat(ThesaurusCheck.flaws(SMALL, extension("storage", List.of("top"), "en=data store")))
                .extracting(Flaw::field)
                .containsExactly("related[0]");
        assertThat(ThesaurusCheck.flaws(SMALL, extension("glass", List.of("cloud"), "en=mirror (pane)")))
                .isEmpty();
    }

    @Test
    void eachFlawNamesItsFieldInTheAddition() {
        assertThat(ThesaurusCheck.flaws(
                        SMALL,
                        concept(
                                "Cold_Storage",
                                List.of("storage", "none", "Cold_Storage"),
                                List.of("glass", "storage"),
                                List.of(
                                        new ConceptMapping(Match.close, "cpv", "72000000"),
                                        new ConceptMapping(Match.close, "cpv", "72"),
                                        new ConceptMapping(Match.close, "isic", "6201")),
                                "en=cold storage|Cloud|of the|x",
                                "ka=საწყობი")))
                .extracting(Flaw::field)
                .containsExactlyInAnyOrder(
                        "concept",
                        "broader[1]",
                        "broader[2]",
                        "related[1]",
                        "mappings[1].code",
                        "mappings[2].scheme",
                        "labels.zh",
                        "labels.en[1]",
                        "labels.en[2]",
                        "labels.en[3]",
                        "labels.ka");
        assertThat(ThesaurusCheck.flaws(SMALL, extension("storage", List.of("glass"), "en=data store|storage|Cloud")))
                .extracting(Flaw::field)
                .containsExactly("related[0]", "labels.en[1]", "labels.en[2]");
        assertThat(ThesaurusCheck.flaws(SMALL, concept("orphan", List.of(), "en=orphan", "zh=孤儿")))
                .extracting(Flaw::field)
                .containsExactly("broader");
        assertThat(ThesaurusCheck.flaws(SMALL, concept("storage", List.of("top"), "en=orphan", "zh=孤儿")))
                .extracting(Flaw::toString)
                .containsExactly("a: storage: concept: expected an id that no concept has, got “storage”");
        assertThat(ThesaurusCheck.flaws(SMALL, extension("none", List.of(), "en=orphan")))
                .extracting(Flaw::field)
                .containsExactly("concept");
    }
}
