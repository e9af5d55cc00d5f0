package org.shuqiao.search.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.shuqiao.contracts.search.ReasonView.WordsView;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;
import org.springframework.stereotype.Component;

/**
 * Which words of texts were told for which concepts. A list is computed anew whenever the index changes, and hardly any text
 * in it has changed. Found by the whole texts and the thesaurus, what is kept cannot be out of date.
 */
@Component
class ToldWords {
    /** Of one text, words are kept for so many concepts. */
    private static final int MOST_CONCEPTS = 32;

    /** About what the words for half as many take, with what stands around them. */
    private static final int BYTES = 8_000;

    private static final int BYTES_PER_CHARACTER = 2;

    private final Cache<Texts, Map<String, List<WordsView>>> told;

    /**
     * @param edition of the thesaurus
     * @param passages by language, in the order in which they are asked
     */
    private record Texts(String edition, List<List<Passage>> passages) {}

    ToldWords(MatchSettings settings) {
        this.told = Caffeine.newBuilder()
                .maximumWeight(settings.wordsKept().toBytes())
                .weigher((Texts texts, Map<String, List<WordsView>> words) -> bytes(texts))
                .build();
    }

    /** What was told of some texts. */
    static final class Memory {
        private final Map<String, List<WordsView>> told;

        private Memory(Map<String, List<WordsView>> told) {
            this.told = told;
        }

        List<WordsView> of(String concept, Function<String, List<WordsView>> finding) {
            List<WordsView> known = told.get(concept);
            if (known != null) {
                return known;
            }
            List<WordsView> found = finding.apply(concept);
            if (told.size() < MOST_CONCEPTS) {
                told.put(concept, found);
            }
            return found;
        }
    }

    Memory of(SemanticInterpreter interpreter, List<List<Passage>> passages) {
        return new Memory(told.get(new Texts(interpreter.edition(), passages), texts -> new ConcurrentHashMap<>()));
    }

    private static int bytes(Texts texts) {
        int characters = 0;
        for (List<Passage> some : texts.passages()) {
            for (Passage passage : some) {
                characters += passage.text().length();
            }
        }
        return BYTES + BYTES_PER_CHARACTER * characters;
    }
}
