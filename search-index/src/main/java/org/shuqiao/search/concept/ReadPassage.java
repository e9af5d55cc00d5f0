package org.shuqiao.search.concept;

import org.shuqiao.search.text.FieldTexts.Passage;
import org.shuqiao.understanding.ConceptMention;
import org.shuqiao.understanding.Understanding;
import org.shuqiao.understanding.need.Need;

/** A passage with what was understood of it. */
public record ReadPassage(Passage passage, Understanding understood) {
    /** The passage with blanks in the place of the words that name what it excludes. */
    public Passage withoutExcluded() {
        StringBuilder text = null;
        for (ConceptMention mention : understood.concepts()) {
            if (mention.need() == Need.EXCLUDED) {
                text = text == null ? new StringBuilder(passage.text()) : text;
                for (int i = mention.from(); i < mention.to(); i++) {
                    text.setCharAt(i, ' ');
                }
            }
        }
        return text == null ? passage : new Passage(text.toString(), passage.language(), passage.isTitle());
    }
}
