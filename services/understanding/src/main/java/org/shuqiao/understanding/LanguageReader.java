package org.shuqiao.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.thesaurus.Mention;
import org.shuqiao.understanding.need.Need;
import org.shuqiao.understanding.need.Needs;
import org.shuqiao.understanding.number.Amount;
import org.shuqiao.understanding.number.Amounts;
import org.shuqiao.understanding.number.Bounds;
import org.shuqiao.understanding.number.FoundNumber;
import org.shuqiao.understanding.number.Numbers;
import org.shuqiao.understanding.number.Quantities;
import org.shuqiao.understanding.number.Quantity;
import org.shuqiao.understanding.place.PlaceMention;
import org.shuqiao.understanding.place.Places;
import org.shuqiao.understanding.standard.StandardMention;
import org.shuqiao.understanding.standard.Standards;
import org.shuqiao.understanding.time.DateSpan;
import org.shuqiao.understanding.time.Dates;
import org.shuqiao.understanding.time.Period;
import org.shuqiao.understanding.time.Periods;
import org.shuqiao.understanding.word.Forms;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Tokens;

/** Reads texts of one language. What belongs to one thing is not looked at for the next: a date is no number. */
final class LanguageReader {
    private final String language;
    private final Forms forms;
    private final Needs needs;
    private final Standards standards;
    private final Dates dates;
    private final Numbers numbers;
    private final Bounds bounds;
    private final Bounds boundsOfTime;
    private final Amounts amounts;
    private final Periods periods;
    private final Quantities quantities;
    private final Places places;

    LanguageReader(LanguageFile file, LanguageFile universal, LanguageFile english) {
        language = file.language();
        forms = file.forms();
        needs = new Needs(file);
        standards = new Standards(file);
        dates = new Dates(file);
        numbers = new Numbers(file);
        bounds = new Bounds(file, universal, List.of());
        boundsOfTime = new Bounds(file, universal, file.words("numbers.during"));
        amounts = new Amounts(file, universal);
        periods = new Periods(file, universal);
        quantities = new Quantities(file, universal);
        places = new Places(file, english);
    }

    Understanding read(String text, List<Mention> mentions, @Nullable String country) {
        Tokens tokens = Tokens.of(text, forms);
        Need[] need = needs.of(tokens);
        BitSet taken = new BitSet(tokens.size());
        List<StandardMention> foundStandards = standards.of(tokens, need, taken);
        List<DateSpan> foundDates = dates.of(tokens, bounds, taken);
        @Nullable FoundNumber[] found = numbers.of(tokens);
        List<Amount> foundAmounts = amounts.of(tokens, found, bounds, taken);
        List<Period> foundPeriods = periods.of(tokens, found, boundsOfTime, taken);
        List<Quantity> foundQuantities = quantities.of(tokens, found, bounds, taken);
        Places.Found foundPlaces = places.of(tokens, need, taken);
        List<Collection<String>> hints = hints(country, foundPlaces);
        return new Understanding(
                language,
                concepts(mentions, tokens, need),
                foundAmounts.stream().map(amount -> Amounts.told(amount, hints)).toList(),
                foundQuantities,
                foundPeriods,
                foundDates,
                foundStandards,
                foundPlaces.places(),
                foundPlaces.languages());
    }

    private static List<ConceptMention> concepts(List<Mention> mentions, Tokens tokens, Need[] need) {
        List<ConceptMention> concepts = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            int token = tokens.atPosition(mention.from());
            concepts.add(new ConceptMention(
                    mention.from(),
                    mention.to(),
                    mention.concept(),
                    mention.language(),
                    token < need.length ? need[token] : Need.STATED,
                    mention.certainty()));
        }
        return concepts;
    }

    /** What tells which of several currencies is meant: the author's country, else the countries the text names. */
    private static List<Collection<String>> hints(@Nullable String country, Places.Found places) {
        Set<String> named = new LinkedHashSet<>();
        for (PlaceMention place : places.places()) {
            named.add(place.country());
        }
        return country == null ? List.of(named) : List.of(Set.of(country), named);
    }
}
