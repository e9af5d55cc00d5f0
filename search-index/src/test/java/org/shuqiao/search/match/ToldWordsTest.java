package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.search.ReasonView.WordsView;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.util.unit.DataSize;

class ToldWordsTest {
    private static final SemanticInterpreter INTERPRETER = new SemanticInterpreter(Thesaurus.builtIn());

    private final ToldWords told = new ToldWords(new MatchSettings(
            200,
            100,
            150,
            Duration.ofSeconds(5),
            10,
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(1),
            Duration.ofSeconds(60),
            Duration.ofMillis(100)));
    private final List<String> found = new ArrayList<>();

    @Test
    void findsWordsOfATextOnce() {
        assertThat(ask("some text", "firewall")).isEqualTo(ask("some text", "firewall"));
        ask("some text", "backup");

        assertThat(found).containsExactly("firewall", "backup");
    }

    @Test
    void findsWordsOfEachTextAndInEachOrderOfLanguages() {
        ask("some text", "firewall");
        ask("another text", "firewall");
        told.of(INTERPRETER, List.of(List.of(new Passage("some text", "ru", 1))))
                .of("firewall", this::found);

        assertThat(found).hasSize(3);
    }

    @Test
    void keepsWordsForSoManyConceptsOnly() {
        for (int i = 0; i < 40; i++) {
            ask("some text", "concept-" + i);
        }
        found.clear();
        ask("some text", "concept-0");
        ask("some text", "concept-39");

        assertThat(found).containsExactly("concept-39");
    }

    private List<WordsView> ask(String text, String concept) {
        return told.of(INTERPRETER, List.of(List.of(new Passage(text, "en", 1))))
                .of(concept, this::found);
    }

    private List<WordsView> found(String concept) {
        found.add(concept);
        return List.of(new WordsView(concept, 0, concept.length(), "en"));
    }
}
