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
        assertThat(ThesaurusCheck.problems(Concepts.of(SOUND + """
                        cat-mirror: {broader: [top], exact: {cpv: ["72000000"]}, en: ["mirror (glass)"], zh: ["镜子"]}
                        site-mirror: {broader: [top], related: [cat-mirror], en: ["mirror (site)"], zh: ["镜像"]}
                        """))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Bad_Id: {broader: [top], en: ['x y'], zh: ['甲乙']} | the id must be",
                "one: {broader: [top], en: ['x y']} | no label in zh",
                "one: {broader: [none], en: ['x y'], zh: ['甲乙']} | broader none does not exist",
                "one: {broader: [top], related: [none], en: ['x y'], zh: ['甲乙']} | related none does not exist",
                "one: {broader: [top], related: [top], en: ['x y'], zh: ['甲乙']} | related top is itself, broader or narrower",
                "one: {broader: [one], en: ['x y'], zh: ['甲乙']} | is broader than itself",
                "one: {en: ['x y'], zh: ['甲乙']} | hangs below no other",
                "one: {broader: [top], en: ['Top Thing'], zh: ['甲乙']} | also stands at a: top",
                "one: {broader: [top], en: ['x y', 'x y'], zh: ['甲乙']} | also stands at a: one",
                "one: {broader: [top], en: ['of the'], zh: ['甲乙']} | has no word that is looked for",
                "one: {broader: [top], en: ['x'], zh: ['甲乙']} | must have 2 to 80 characters",
                "one: {broader: [top], close: {cpv: ['7200']}, en: ['x y'], zh: ['甲乙']} | cpv 7200 is no code",
                "one: {broader: [top], close: {isic: ['7200']}, en: ['x y'], zh: ['甲乙']} | isic 7200 is no code"
            })
    void namesTheDamage(String concept, String problem) {
        assertThat(ThesaurusCheck.problems(Concepts.of(SOUND + concept)))
                .anySatisfy(line -> assertThat(line).startsWith("a: ").contains(problem));
    }

    @Test
    void findsAWayRound() {
        assertThat(ThesaurusCheck.problems(Concepts.of(SOUND + """
                        one: {broader: [two], en: ["x y"], zh: ["甲乙"]}
                        two: {broader: [one], en: ["y z"], zh: ["乙丙"]}
                        """)))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("broader than itself"));
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
