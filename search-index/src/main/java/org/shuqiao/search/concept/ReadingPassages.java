package org.shuqiao.search.concept;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.text.FieldTexts;
import org.shuqiao.search.text.FieldTexts.Passage;
import org.shuqiao.understanding.UnderstandingText;
import org.springframework.stereotype.Component;

/** Reads the texts of an offer or a demand once, for all that is made of what they say. */
@Component
public class ReadingPassages {
    private final UnderstandingText understanding;

    ReadingPassages(UnderstandingText understanding) {
        this.understanding = understanding;
    }

    /**
     * The passages in their order. Of one that is too long to be understood its beginning is read.
     *
     * @param country of the author by ISO 3166-1 alpha-2, which tells which dollar is meant
     */
    public List<ReadPassage> of(FieldTexts texts, @Nullable String country) {
        return texts.passages().stream()
                .map(passage -> new ReadPassage(
                        passage,
                        understanding.understand(
                                beginning(passage.text()), TopicRecognition.language(passage.language()), country)))
                .toList();
    }

    /** A text with blanks in the place of the words that name what it excludes. */
    public String withoutExcluded(String text, String language) {
        Passage passage = new Passage(text, language, false);
        return new ReadPassage(
                        passage, understanding.understand(beginning(text), TopicRecognition.language(language), null))
                .withoutExcluded()
                .text();
    }

    private static String beginning(String text) {
        return text.length() <= UnderstandingText.LONGEST ? text : text.substring(0, UnderstandingText.LONGEST);
    }
}
