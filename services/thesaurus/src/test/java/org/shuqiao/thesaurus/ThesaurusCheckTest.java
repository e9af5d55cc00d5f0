package org.shuqiao.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThesaurusCheckTest {
    private static final String SOUND = """
            top: {en: ["top thing"], zh: ["顶"]}
            """.replace("顶", "顶层");

    @Test
    void findsNothingWrongWithASoundOne() {
        assertThat(ThesaurusCheck.flaws(Concepts.of(SOUND + """
                        cat-mirror: {broader: [top], exact: {cpv: ["72000000"]}, en: ["mirror (glass)"], zh: ["镜子"]}
                        site-mirror: {broader: [top], related: [cat-mirror], en: ["mirror (site)"], zh: ["镜像"]}
                        """))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Bad_Id: {broader: [top], en: ['x y'], zh: ['甲乙']} | concept: expected an id of lower-case",
                "one: {broader: [top], en: ['x y']} | labels.zh: expected a label in zh, got nothing",
                "one: {broader: [none], en: ['x y'], zh: ['甲乙']} | broader[0]: expected the id of a concept, got “none”",
                "one: {broader: [top, top], en: ['x y'], zh: ['甲乙']} | broader[1]: expected each concept once",
                "one: {broader: [top], related: [none], en: ['x y'], zh: ['甲乙']} | related[0]: expected the id of a concept, got “none”",
                "one: {broader: [top], related: [top], en: ['x y'], zh: ['甲乙']} | related[0]: expected a concept that is neither",
                "one: {broader: [one], en: ['x y'], zh: ['甲乙']} | broader[0]: expected no way round",
                "one: {en: ['x y'], zh: ['甲乙']} | broader: expected the id of a concept it hangs below",
                "one: {broader: [top], en: ['Top Thing'], zh: ['甲乙']} | labels.en[0]: expected a label that stands once, else with a qualifier; it stands at a: top",
                "one: {broader: [top], en: ['x y', 'x y'], zh: ['甲乙']} | labels.en[1]: expected a label that stands once, else with a qualifier; it stands at a: one",
                "one: {broader: [top], en: ['of the'], zh: ['甲乙']} | labels.en[0]: expected a word that can be looked for",
                "one: {broader: [top], en: ['x'], zh: ['甲乙']} | labels.en[0]: expected 2 to 80 characters, got “x”",
                "one: {broader: [top], close: {cpv: ['7200']}, en: ['x y'], zh: ['甲乙']} | mappings[0].code: expected a code of cpv",
                "one: {broader: [top], close: {isic: ['7200']}, en: ['x y'], zh: ['甲乙']} | mappings[0].scheme: expected cpv, cpc, ebops or unspsc, got “isic”"
            })
    void namesTheDamage(String concept, String problem) {
        assertThat(ThesaurusCheck.flaws(Concepts.of(SOUND + concept)))
                .anySatisfy(
                        flaw -> assertThat(flaw.toString()).startsWith("a: ").contains(problem));
    }

    @Test
    void findsAWayRound() {
        assertThat(ThesaurusCheck.flaws(Concepts.of(SOUND + """
                        one: {broader: [two], en: ["x y"], zh: ["甲乙"]}
                        two: {broader: [one], en: ["y z"], zh: ["乙丙"]}
                        """)))
                .hasSize(2)
                .allSatisfy(flaw -> assertThat(flaw.expected()).contains("broader than itself"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one: {color: [red], en: ['x']}",
                "one: {en: 'x'}",
                "one: {en: [' x']}",
                "one: {en: [no]}",
                "one: {en: []}",
                "one: [x]",
                "one: {en: ['x']}\none: {en: ['y']}",
                "one: {en: ['x'"
            })
    void refusesWhatCannotBeRead(String branch) {
        assertThatThrownBy(() -> Concepts.of(branch))
                .isInstanceOf(ThesaurusException.class)
                .hasMessageStartingWith("a: ");
    }

    @Test
    void refusesTwoConceptsOfOneId() {
        assertThatThrownBy(() -> Concepts.of(SOUND, SOUND)).hasMessage("b: top: also in a");
    }
}
