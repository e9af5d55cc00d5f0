package org.shuqiao.understanding;

import java.util.List;
import org.shuqiao.understanding.number.Amount;
import org.shuqiao.understanding.number.Quantity;
import org.shuqiao.understanding.place.LanguageMention;
import org.shuqiao.understanding.place.PlaceMention;
import org.shuqiao.understanding.standard.StandardMention;
import org.shuqiao.understanding.time.DateSpan;
import org.shuqiao.understanding.time.Period;

/**
 * What was understood of a text. Every list is in the order of the text; positions are in its UTF-16 units and at the
 * edges of code points. A concept may stand where something else was found, too; of the others no two share a place.
 *
 * @param language the primary tag by which it was read
 */
public record Understanding(
        String language,
        List<ConceptMention> concepts,
        List<Amount> amounts,
        List<Quantity> quantities,
        List<Period> periods,
        List<DateSpan> dates,
        List<StandardMention> standards,
        List<PlaceMention> places,
        List<LanguageMention> languages) {
    public Understanding {
        concepts = List.copyOf(concepts);
        amounts = List.copyOf(amounts);
        quantities = List.copyOf(quantities);
        periods = List.copyOf(periods);
        dates = List.copyOf(dates);
        standards = List.copyOf(standards);
        places = List.copyOf(places);
        languages = List.copyOf(languages);
    }
}
