package org.shuqiao.contracts.search;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.LanguageTag;

/**
 * What was understood of a text, each list in the text's order. Places are in UTF-16 units of the text as it was sent:
 * {@code from} is where something begins, {@code to} is after its last. Certainty is in 0..1. Of two ends the same value
 * is exact, a missing one is open: “up to”, “at least”.
 *
 * @param language by which the text was read; {@code und} where it could not be told
 * @param detected whether the language was detected here
 */
public record UnderstandingView(
        LanguageTag language,
        boolean detected,
        List<ConceptView> concepts,
        List<AmountView> amounts,
        List<QuantityView> quantities,
        List<PeriodView> periods,
        List<DateView> dates,
        List<StandardView> standards,
        List<PlaceView> places,
        List<LanguageView> languages) {

    /** How much something is needed; {@code stated} where the text names it without saying. */
    public enum Need {
        essential,
        stated,
        niceToHave,
        excluded
    }

    /** A concept of the thesaurus by its id, with its label in the reader's language. */
    public record ConceptView(int from, int to, String concept, String label, Need need, double certainty) {}

    /** Money; several currencies of ISO 4217, the likeliest first, where its sign does not tell which. */
    public record AmountView(
            int from,
            int to,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal min,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal max,

            List<String> currencies,
            double certainty) {}

    /** How much or how many of a unit such as {@code user} or {@code percent}. */
    public record QuantityView(
            int from,
            int to,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal min,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal max,

            String unit) {}

    /** A length of time by ISO 8601: {@code P36M}. */
    public record PeriodView(
            int from,
            int to,
            @Nullable String min,
            @Nullable String max) {}

    /** A day, a month, a year or a time between two days; certainty under 1 where day and month may be exchanged. */
    public record DateView(
            int from,
            int to,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            double certainty) {}

    /** A standard, a certificate or a regulation, written out, with the year of its edition where one stands there. */
    public record StandardView(
            int from, int to, String name, @Nullable Integer edition, Need need) {}

    /** A country, named by {@code country}, {@code adjective} or {@code city}. */
    public record PlaceView(int from, int to, Country country, String kind, Need need, double certainty) {}

    /** A language that is named. */
    public record LanguageView(int from, int to, LanguageTag language, Need need) {}
}
