package org.shuqiao.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;

class EvidenceTest {
    private static final SemanticInterpreter INTERPRETER = new SemanticInterpreter(Thesaurus.builtIn());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | We need meters for water. They are read from afar, and nobody opens a door. A firewall is there. |"
                        + " firewall | firewall",
                "zh | 我们提供防火墙与安全服务，另有动画制作。 | firewall | 防火墙",
                "ru | Нужны межсетевые экраны для трёх филиалов и обучение сотрудников | firewall | межсетевые экраны",
                "ar | نحتاج إلى جدار حماية للشبكة وتدريب الموظفين | firewall | جدار حماية",
                "th | ต้องการไฟร์วอลล์สำหรับสำนักงาน | firewall | ไฟร์วอลล์",
                "de | Gesucht: Wasserzählerfernauslesung für Gemeinden | smart-water-meter | Wasserzählerfernauslesung"
            })
    void saysWhichWordsBringAConcept(String language, String text, String concept, String words) {
        assertThat(told(List.of(new Passage(text, language, 1)), concept, 1).getFirst())
                .contains(words);
    }

    @Test
    void aBroaderConceptIsBroughtByTheWordsOfTheNarrowerOne() {
        List<Passage> text = List.of(new Passage("Wir suchen eine Firewall und Getränke.", "de", 1));
        String broader =
                Thesaurus.builtIn().concept("firewall").orElseThrow().broader().getFirst();

        assertThat(told(text, broader, 3)).containsExactly("Firewall");
    }

    @Test
    void theGreatestConceptsOfATextHaveWordsInIt() {
        Passage text = new Passage("远程读取每户用水量的仪表，AMR 系统与漏损监测", "zh", 1);
        ConceptVector about = INTERPRETER.interpret(List.of(text));
        Evidence evidence = INTERPRETER.evidence(List.of(text));

        assertThat(INTERPRETER.greatest(about, 10).mapToObj(i -> String.valueOf(INTERPRETER.id(about.number(i)))))
                .allSatisfy(concept -> assertThat(evidence.of(concept, 3)).isNotEmpty());
    }

    @Test
    void whatBringsMostComesFirstAndTheSameWordsOnce() {
        Passage text = new Passage("Backup. Cloud backup, and again cloud backup; a cloud.", "en", 1);
        Evidence evidence = INTERPRETER.evidence(List.of(text));

        List<Evidence.Words> words = evidence.of("cloud-backup", 5);

        assertThat(told(List.of(text), "cloud-backup", 5))
                .startsWith("Cloud backup")
                .doesNotHaveDuplicates();
        assertThat(IntStream.range(1, words.size())
                        .allMatch(i -> words.get(i).weight() <= words.get(i - 1).weight()))
                .isTrue();
    }

    @Test
    void ofAConceptTheTextIsNotAboutThereAreNoWords() {
        List<Passage> text = List.of(new Passage("A firewall", "en", 1));

        assertThat(told(text, "animation-production", 3)).isEmpty();
        assertThat(told(text, "no-such-concept", 3)).isEmpty();
        assertThat(told(List.of(), "firewall", 3)).isEmpty();
        assertThat(told(List.of(new Passage("", "zh", 1)), "firewall", 3)).isEmpty();
    }

    @Test
    void saysInWhichPassageTheWordsStand() {
        List<Passage> texts = List.of(new Passage("动画", "zh", 1), new Passage("A firewall", "en", 1));

        Evidence.Words words = INTERPRETER.evidence(texts).of("firewall", 1).getFirst();

        assertThat(words.passage()).isEqualTo(1);
        assertThat(words.from()).isEqualTo(2);
        assertThat(words.to()).isEqualTo(10);
    }

    private static List<String> told(List<Passage> text, String concept, int most) {
        return INTERPRETER.evidence(text).of(concept, most).stream()
                .map(words -> text.get(words.passage()).text().substring(words.from(), words.to()))
                .toList();
    }
}
