package org.shuqiao.search.concept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shuqiao.search.fact.PartyName;
import org.shuqiao.search.text.FieldTexts;
import org.shuqiao.search.text.FirmName;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;
import org.springframework.stereotype.Component;

/** What the texts of an offer or a demand are about. */
@Component
public class Interpreting {
    /** The title, which also stands in the text, counts this much more. */
    private static final double TITLE = 0.5;

    private final LivingThesaurus thesaurus;

    Interpreting(LivingThesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    /**
     * What {@code texts} are about.
     *
     * @param names of the organization behind them, in compared form: a title that is one of them, or of any firm, says who
     *     and not what
     */
    public ConceptVector of(FieldTexts texts, List<String> names) {
        Map<String, StringBuilder> all = new LinkedHashMap<>();
        List<Passage> passages = new ArrayList<>();
        for (FieldTexts.Passage passage : texts.passages()) {
            if (passage.isTitle()
                    && (FirmName.is(passage.text()) || names.contains(PartyName.compared(passage.text())))) {
                continue;
            }
            String language = TopicRecognition.language(passage.language());
            all.computeIfAbsent(language, l -> new StringBuilder())
                    .append(passage.text())
                    .append('\n');
            if (passage.isTitle()) {
                passages.add(new Passage(passage.text(), language, TITLE));
            }
        }
        all.forEach((language, text) -> passages.add(new Passage(text.toString(), language, 1)));
        return thesaurus.interpreter().interpret(passages);
    }

    /** The concepts by which counterparts of a text that is about {@code vector} are looked for. */
    public Aspects aspects(ConceptVector vector) {
        return new Aspects(thesaurus.interpreter(), vector);
    }
}
