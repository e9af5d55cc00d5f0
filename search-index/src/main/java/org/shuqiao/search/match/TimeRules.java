package org.shuqiao.search.match;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.place.Place;

/** Whether both can work at the same time of day, and begin when it is wanted. */
final class TimeRules {
    /** Who begins so much later than wanted does not begin in time at all. */
    private static final double TOO_LATE_DAYS = 90;

    private static final int MINUTES = 60;

    /** No later date is judged. */
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private TimeRules() {}

    /**
     * 1 from four working hours in common on, 0 when there is none. A place that may be in several zones is known where all
     * of them give the same.
     */
    static Finding workingHours(Pair pair) {
        Place buyer = pair.demand().where();
        Place provider = pair.offer().party().where();
        LocalDate day = workingDay(near(pair.demand().start()), pair.now());
        List<ZoneId> buyers = differing(pair.zones().of(buyer), day);
        List<ZoneId> providers = differing(pair.zones().of(provider), day);
        CommonHours least = null;
        boolean exact = buyers.size() == 1 && providers.size() == 1;
        for (ZoneId buyersZone : buyers) {
            for (ZoneId providersZone : providers) {
                CommonHours hours = CommonHours.on(day, buyersZone, providersZone);
                if (least != null && least.value() != hours.value()) {
                    return zoneNotKnown(buyers, buyer, providers, provider);
                }
                if (least == null || hours.length().compareTo(least.length()) < 0) {
                    least = hours;
                }
            }
        }
        return least == null ? zoneNotKnown(buyers, buyer, providers, provider) : inCommon(least, exact);
    }

    private static Finding inCommon(CommonHours hours, boolean exact) {
        String length = (exact ? "" : "≥ ")
                + BigDecimal.valueOf(hours.length().toMinutes())
                        .divide(BigDecimal.valueOf(MINUTES), 2, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString();
        return Finding.graded(
                hours.value(),
                wording -> hours.isEmpty()
                        ? wording.say(Sentence.NO_HOURS_IN_COMMON)
                        : wording.say(Sentence.HOURS_IN_COMMON, length),
                wording -> List.of(
                        wording.say(Sentence.AT_BUYER, hours.atBuyer()),
                        wording.say(Sentence.AT_PROVIDER, hours.atProvider())));
    }

    /** A city that is given and not known is not missing. */
    private static Finding zoneNotKnown(List<ZoneId> buyers, Place buyer, List<ZoneId> providers, Place provider) {
        boolean buyersOpen = buyers.size() != 1;
        boolean providersOpen = providers.size() != 1;
        return (buyersOpen && buyer.city() != null) || (providersOpen && provider.city() != null)
                ? Finding.unknown(wording -> wording.say(Sentence.ZONE_NOT_KNOWN))
                : Finding.silent(
                        buyersOpen, providersOpen, Sentence.BUYER_WITHOUT_CITY, Sentence.PROVIDER_WITHOUT_CITY);
    }

    /**
     * The first Wednesday of the work, or from now on: a day of the middle of the week is a working day on both sides of the
     * date line, and clocks are not changed on it.
     */
    private static LocalDate workingDay(@Nullable LocalDate start, Instant now) {
        LocalDate today = day(now);
        LocalDate first = start == null || start.isBefore(today) ? today : start;
        return first.with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
    }

    /** Of the zones that have the same time on that day, one. */
    private static List<ZoneId> differing(List<ZoneId> zones, LocalDate day) {
        if (zones.size() < 2) {
            return zones;
        }
        Map<ZoneOffset, ZoneId> byOffset = new LinkedHashMap<>();
        for (ZoneId zone : zones) {
            byOffset.putIfAbsent(zone.getRules().getOffset(day.atTime(CommonHours.OPENS)), zone);
        }
        return List.copyOf(byOffset.values());
    }

    /**
     * 1 when the work can begin when it is wanted, 0 when it begins 90 days later. It is ordered on the day of judging, or
     * when there is no more time to respond.
     */
    static Finding startDate(Pair pair) {
        LocalDate start = near(pair.demand().start());
        Integer leadTime = pair.offer().leadTimeDays();
        if (start == null || leadTime == null) {
            return Finding.silent(
                    start == null, leadTime == null, Sentence.DEMAND_WITHOUT_START, Sentence.OFFER_WITHOUT_LEAD_TIME);
        }
        Instant until = pair.demand().responsesUntil();
        LocalDate order = day(until != null && until.isAfter(pair.now()) ? until : pair.now());
        LocalDate begin = order.plusDays(leadTime);
        long late = ChronoUnit.DAYS.between(start, begin);
        return Finding.graded(
                1 - Math.max(0, late) / TOO_LATE_DAYS,
                wording -> late <= 0
                        ? wording.say(Sentence.BEGINS_IN_TIME)
                        : wording.say(Sentence.BEGINS_LATER, Long.toString(late)),
                wording -> List.of(
                        wording.say(Sentence.START_WANTED, start.toString()),
                        wording.say(Sentence.EARLIEST_BEGIN, begin.toString(), leadTime.toString())));
    }

    /** A date beyond all calendars is as good as the last of them, and can be counted from. */
    private static @Nullable LocalDate near(@Nullable LocalDate date) {
        return date == null || date.isBefore(LAST) ? date : LAST;
    }

    private static LocalDate day(Instant instant) {
        Instant last = LAST.atStartOfDay(ZoneOffset.UTC).toInstant();
        return (instant.isBefore(last) ? instant : last).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
