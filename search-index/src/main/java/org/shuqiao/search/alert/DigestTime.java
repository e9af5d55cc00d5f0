package org.shuqiao.search.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a daily digest was last due: on which local day, and at which instant. */
record DigestTime(LocalDate day, Instant at) {
    /**
     * The last one due at {@code now}, at a full hour of local time. Where the clocks skip that hour it is due when they have,
     * where they repeat it, at its first.
     */
    static DigestTime last(Instant now, String zone, int hour) {
        ZoneId local = ZoneId.of(zone);
        LocalDate today = now.atZone(local).toLocalDate();
        DigestTime ofToday = on(today, hour, local);
        return ofToday.at().isAfter(now) ? on(today.minusDays(1), hour, local) : ofToday;
    }

    private static DigestTime on(LocalDate day, int hour, ZoneId zone) {
        return new DigestTime(
                day, ZonedDateTime.of(day, LocalTime.of(hour, 0), zone).toInstant());
    }
}
