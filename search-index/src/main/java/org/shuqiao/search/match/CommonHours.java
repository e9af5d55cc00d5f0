package org.shuqiao.search.match;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The hours that the working day of a buyer, 9 to 18 local time, has in common with a working day of a provider. They can
 * only overlap with one: between two of a place there are 15 hours.
 *
 * @param from equal to {@code until} where there are none
 */
record CommonHours(LocalDate day, ZoneId buyer, ZoneId provider, Instant from, Instant until) {
    static final LocalTime OPENS = LocalTime.of(9, 0);
    static final LocalTime CLOSES = LocalTime.of(18, 0);

    /** With so much of the day in common two can work with each other; less counts less. */
    private static final Duration ENOUGH = Duration.ofHours(4);

    private static final DateTimeFormatter BEGIN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** @param day of the buyer; beyond the date line it is the day before or after */
    static CommonHours on(LocalDate day, ZoneId buyer, ZoneId provider) {
        Instant opens = at(day, OPENS, buyer);
        Instant closes = at(day, CLOSES, buyer);
        for (LocalDate there : List.of(day, day.minusDays(1), day.plusDays(1))) {
            Instant opensThere = at(there, OPENS, provider);
            Instant closesThere = at(there, CLOSES, provider);
            Instant from = opens.isAfter(opensThere) ? opens : opensThere;
            Instant until = closes.isBefore(closesThere) ? closes : closesThere;
            if (from.isBefore(until)) {
                return new CommonHours(day, buyer, provider, from, until);
            }
        }
        return new CommonHours(day, buyer, provider, opens, opens);
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }

    Duration length() {
        return Duration.between(from, until);
    }

    boolean isEmpty() {
        return length().isZero();
    }

    /** 0..1, 1 from four hours on. */
    double value() {
        return Math.min(1, (double) length().toSeconds() / ENOUGH.toSeconds());
    }

    /** When that is for the buyer; its whole day where there is nothing in common. */
    String atBuyer() {
        return shown(buyer);
    }

    String atProvider() {
        return shown(provider);
    }

    private String shown(ZoneId zone) {
        ZonedDateTime begin = isEmpty() ? ZonedDateTime.of(day, OPENS, zone) : from.atZone(zone);
        ZonedDateTime end = isEmpty() ? ZonedDateTime.of(day, CLOSES, zone) : until.atZone(zone);
        String offset = begin.getOffset().getTotalSeconds() == 0
                ? ""
                : begin.getOffset().getId();
        return BEGIN.format(begin) + "–" + END.format(end) + " " + zone.getId() + " (UTC" + offset + ")";
    }
}
