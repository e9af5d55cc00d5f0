package org.shuqiao.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;

class SemanticInterpreterTest {
    private static final Thesaurus BUILT_IN = Thesaurus.builtIn();
    private static final SemanticInterpreter INTERPRETER = new SemanticInterpreter(BUILT_IN);

    /** Each says a thing in words that stand in no label as they stand here. */
    @ParameterizedTest
    @CsvSource({
        "en, we count how much water each household draws and read the counters from afar",
        "zh, 远程读取每户用水量的仪表",
        "ru, дистанционно снимать показания у приборов, что измеряют расход воды в домах",
        "de, Fernauslesung der Wasserverbrauchszähler in den Haushalten",
        "fr, relever à distance la consommation d'eau des foyers",
        "tr, evlerin su tüketimini uzaktan okuyan sayaçlar"
    })
    void findsWhatATextIsAboutWithoutALabelInIt(String language, String text) {
        double water = nearness(text, language, "智能水表远程抄表", "zh");

        assertThat(water).isGreaterThan(2 * nearness(text, language, "动画制作", "zh"));
        assertThat(water).isGreaterThan(2 * nearness(text, language, "网络防火墙", "zh"));
    }

    @ParameterizedTest
    @CsvSource({"ar, جدار حماية الشبكة", "th, ไฟร์วอลล์เครือข่าย", "vi, tường lửa mạng", "kk, желілік брандмауэр"})
    void comparesTextsOfAnyTwoLanguages(String language, String firewall) {
        assertThat(nearness(firewall, language, "网络防火墙", "zh"))
                .isGreaterThan(0.3)
                .isGreaterThan(3 * nearness(firewall, language, "短视频制作", "zh"));
    }

    @Test
    void aTextIsNearestToItself() {
        assertThat(nearness("cloud backup", "en", "cloud backup", "en")).isEqualTo(1, within(1e-3));
        assertThat(nearness("cloud backup", "en", "zzzz", "en")).isZero();
        assertThat(of("", "en")).isEqualTo(ConceptVector.NONE);
        assertThat(of("backup", "tlh").size())
                .as("English, in a language without labels")
                .isPositive();
    }

    @Test
    void ofSeveralLanguagesTheOneCountsThatSaysMost() {
        ConceptVector both =
                INTERPRETER.interpret(List.of(new Passage("firewall", "en", 1), new Passage("防火墙", "zh", 1)));

        assertThat(both.compared().nearness(of("firewall", "en"))).isGreaterThan(0.8);
    }

    @Test
    void theGreatestTellSomething() {
        ConceptVector backup = of("cloud backup and disaster recovery", "en");

        List<String> greatest = new ArrayList<>();
        INTERPRETER.greatest(backup, 5).forEach(i -> greatest.add(INTERPRETER.id(backup.number(i))));

        assertThat(greatest)
                .hasSize(5)
                .allSatisfy(id ->
                        assertThat(BUILT_IN.concept(id).orElseThrow().broader()).isNotEmpty());
    }

    @Test
    void aVectorReadsBackAsWrittenAlsoWithAnExtendedThesaurus() {
        ConceptVector written = of("cloud backup", "en");
        List<Concept> more = new ArrayList<>(BUILT_IN.concepts());
        more.add(new Concept(
                "quantum-backup",
                "cloud-services",
                List.of("cloud-service"),
                List.of(),
                List.of(),
                Map.of("en", List.of(new Label("quantum backup", null)))));
        SemanticInterpreter extended = new SemanticInterpreter(Thesaurus.of(more));

        ConceptVector read = ConceptVector.ofBytes(written.toBytes());

        assertThat(read).isEqualTo(written);
        assertThat(extended.id(read.number(0))).isEqualTo(INTERPRETER.id(written.number(0)));
        assertThatThrownBy(() -> ConceptVector.ofBytes(new byte[4])).hasMessageContaining("3 bytes");
    }

    private static double nearness(String one, String language, String other, String otherLanguage) {
        return of(one, language).compared().nearness(of(other, otherLanguage));
    }

    private static ConceptVector of(String text, String language) {
        return INTERPRETER.interpret(List.of(new Passage(text, language, 1)));
    }
}
