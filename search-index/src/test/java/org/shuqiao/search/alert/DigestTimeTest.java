package org.shuqiao.search.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTimeTest {
    @ParameterizedTest
    @CsvSource({
        // Warsaw is at UTC+1 in winter and UTC+2 in summer
        "2026-11-26T06:59:59Z, Europe/Warsaw, 8, 2026-11-25, 2026-11-25T07:00:00Z",
        "2026-11-26T07:00:00Z, Europe/Warsaw, 8, 2026-11-26, 2026-11-26T07:00:00Z",
        "2026-07-01T06:00:00Z, Europe/Warsaw, 8, 2026-07-01, 2026-07-01T06:00:00Z",
        // on 2026-03-29 there is no 02:00, and 03:00 comes at 01:00 UTC
        "2026-03-29T00:59:59Z, Europe/Warsaw, 2, 2026-03-28, 2026-03-28T01:00:00Z",
        "2026-03-29T01:00:00Z, Europe/Warsaw, 2, 2026-03-29, 2026-03-29T01:00:00Z",
        // on 2026-10-25 02:00 is twice, at 00:00 and 01:00 UTC
        "2026-10-25T00:30:00Z, Europe/Warsaw, 2, 2026-10-25, 2026-10-25T00:00:00Z",
        "2026-10-25T01:30:00Z, Europe/Warsaw, 2, 2026-10-25, 2026-10-25T00:00:00Z",
        // Kolkata is at UTC+5:30
        "2026-11-26T02:30:00Z, Asia/Kolkata, 8, 2026-11-26, 2026-11-26T02:30:00Z",
        // beyond the date line it is tomorrow already
        "2026-11-26T10:00:00Z, Pacific/Kiritimati, 0, 2026-11-27, 2026-11-26T10:00:00Z"
    })
    void isTheLastFullHourOfTheReadersDay(Instant now, String zone, int hour, LocalDate day, Instant at) {
        assertThat(DigestTime.last(now, zone, hour)).isEqualTo(new DigestTime(day, at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Warsaw", "America/Santiago", "Africa/Cairo", "Asia/Almaty", "Australia/Lord_Howe"})
    void comesOnceOnEachDayOfAYear(String zone) {
        for (int hour = 0; hour < 24; hour++) {
            List<LocalDate> days = new ArrayList<>();
            Instant now = Instant.parse("2026-01-02T12:00:00Z");
            for (int tick = 0; tick < 365 * 48; tick++, now = now.plus(Duration.ofMinutes(30))) {
                LocalDate day = DigestTime.last(now, zone, hour).day();
                if (days.isEmpty() || !days.getLast().equals(day)) {
                    days.add(day);
                }
            }
            for (int i = 1; i < days.size(); i++) {
                assertThat(days.get(i)).isEqualTo(days.get(i - 1).plusDays(1));
            }
        }
    }

    @Test
    void isNeverInTheFuture() {
        Instant now = Instant.parse("2026-03-29T00:00:00Z");
        for (int minute = 0; minute < 24 * 60; minute++, now = now.plus(Duration.ofMinutes(1))) {
            for (int hour = 0; hour < 24; hour++) {
                assertThat(DigestTime.last(now, "Europe/Warsaw", hour).at()).isBeforeOrEqualTo(now);
            }
        }
    }
}
