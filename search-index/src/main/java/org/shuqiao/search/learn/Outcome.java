package org.shuqiao.search.learn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a demand and an offer, as a line of JSON.
 *
 * @param demand its id
 * @param offer its id
 * @param outcome how far they came
 * @param date of that day, in UTC
 */
record Outcome(UUID demand, UUID offer, Kind outcome, LocalDate date) {
    /** The later ones say more: whoever came further won over whoever did not. */
    enum Kind {
        @JsonProperty("invitation-answered")
        INVITATION_ANSWERED,
        @JsonProperty("intent-signed")
        INTENT_SIGNED,
        @JsonProperty("award")
        AWARD;

        /** 1 and up, as the grade of a judgement. */
        int grade() {
            return ordinal() + 1;
        }
    }

    /** @throws IllegalArgumentException when something is missing */
    Outcome(@Nullable UUID demand, @Nullable UUID offer, @Nullable Kind outcome, @Nullable LocalDate date) {
        this.demand = present("demand", demand, "the id of a demand");
        this.offer = present("offer", offer, "the id of an offer");
        this.outcome = present("outcome", outcome, "invitation-answered, intent-signed or award");
        this.date = present("date", date, "a day such as 2026-11-26");
    }

    private static <T> T present(String field, @Nullable T value, String expected) {
        if (value == null) {
            throw new IllegalArgumentException(field + ": expected " + expected);
        }
        return value;
    }
}
