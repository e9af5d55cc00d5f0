package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shuqiao.search.match.Facts.pair;
import static org.shuqiao.search.match.Facts.party;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.search.fact.Party;

/** It is Tuesday, 2026-11-24. */
class TimeRulesTest {
    @ParameterizedTest
    @CsvSource({
        "KZALA, , 1", // 6 h
        "SARUH, , 1", // 4 h
        "EGCAI, , 0.75", // 3 h
        "GBLIV, , 0.25", // 1 h
        "GBLIV, 2027-07-01, 0.5", // 2 h in summer
        "GBLIV, 2027-03-26, 0.5", // the clocks change on the Sunday between this Friday and its first Wednesday
        "GBLIV, 2020-07-01, 0.25", // what should have begun begins now
        "IRTHR, , 1", // 4.5 h
        "USNYC, , 0",
        "USLAX, , 0.25", // 1 h, from 17:00, when it is 9:00 of the next day in Shanghai
        "NZAKL, , 1" // 4 h
    })
    void hoursInCommonWithShanghai(String city, @Nullable LocalDate start, double value) {
        assertThat(hours(of(city), of("CNSHA"), start).value()).isCloseTo(value, within(1e-9));
    }

    @Test
    void halfHoursCountAndEachSideReadsItsOwnClock() {
        Finding finding = hours(of("NPKTM"), of("CNSHA"), null);

        assertThat(finding.message().apply(Wording.english())).isEqualTo("Working hours in common each day: 6.75.");
        assertThat(finding.details().apply(Wording.english()))
                .containsExactly(
                        "buyer: 2026-11-25 09:00–15:45 Asia/Kathmandu (UTC+05:45)",
                        "provider: 2026-11-25 11:15–18:00 Asia/Shanghai (UTC+08:00)");
    }

    @Test
    void beyondTheDateLineItIsAnotherDay() {
        Finding finding = hours(of("NZAKL"), of("USHNL"), null);

        assertThat(finding.state()).isEqualTo(State.met);
        assertThat(finding.message().apply(Wording.english())).isEqualTo("Working hours in common each day: 8.");
        assertThat(finding.details().apply(Wording.english()))
                .containsExactly(
                        "buyer: 2026-11-25 09:00–17:00 Pacific/Auckland (UTC+13:00)",
                        "provider: 2026-11-24 10:00–18:00 Pacific/Honolulu (UTC-10:00)");
        assertThat(hours(of("USHNL"), of("NZAKL"), null).value()).isEqualTo(1);
    }

    @Test
    void wholeDaysAreShownWhereNothingIsInCommon() {
        Finding finding = hours(of("USNYC"), of("GBLIV"), LocalDate.of(2027, 1, 4));
        Finding none = hours(of("USNYC"), of("CNSHA"), LocalDate.of(2027, 1, 4));

        assertThat(finding.details().apply(Wording.english()).getLast())
                .isEqualTo("provider: 2027-01-06 14:00–18:00 Europe/London (UTC)");
        assertThat(none.state()).isEqualTo(State.unmet);
        assertThat(none.message().apply(Wording.english())).isEqualTo("They have no working hours in common.");
        assertThat(none.details().apply(Wording.english()))
                .containsExactly(
                        "buyer: 2027-01-06 09:00–18:00 America/New_York (UTC-05:00)",
                        "provider: 2027-01-06 09:00–18:00 Asia/Shanghai (UTC+08:00)");
    }

    @Test
    void aCountryOfSeveralZonesIsKnownWhereAllGiveTheSame() {
        assertThat(hours(in("KZ"), of("CNSHA"), null).message().apply(Wording.english()))
                .isEqualTo("Working hours in common each day: 6.");
        assertThat(hours(in("AU"), of("CNSHA"), null).message().apply(Wording.english()))
                .isEqualTo("Working hours in common each day: ≥ 6.");
    }

    @Test
    void elseTheCityIsMissing() {
        assertThat(hours(in("US"), of("CNSHA"), null).missing()).isEqualTo(Side.buyer);
        assertThat(hours(of("CNSHA"), in("US"), null).missing()).isEqualTo(Side.provider);
        assertThat(hours(in("KZ"), in("RU"), null).missing()).isEqualTo(Side.provider);
        assertThat(hours(in("US"), in("RU"), null).missing()).isNull();
        assertThat(hours(Party.UNKNOWN, of("CNSHA"), null).missing()).isEqualTo(Side.buyer);
        assertThat(hours(in("US"), of("CNSHA"), null).value()).isNull();
    }

    @Test
    void aCityThatIsGivenAndNotKnownIsNotMissing() {
        Finding finding = hours(of("USQQQ"), of("CNSHA"), null);

        assertThat(finding.state()).isEqualTo(State.unknown);
        assertThat(finding.missing()).isNull();
        assertThat(finding.message().apply(Wording.english())).contains("not known here");
    }

    @Test
    void theWorkIsDoneWhereTheDemandWantsIt() {
        Pair elsewhere = pair(f -> {
            f.buyer = of("USNYC");
            f.place = "KZ";
            f.provider = of("CNSHA");
        });
        Pair atHome = pair(f -> {
            f.buyer = of("USNYC");
            f.place = "US";
            f.provider = of("CNSHA");
        });
        Pair otherCity = pair(f -> {
            f.buyer = of("USNYC");
            f.place = "US";
            f.placeCity = "USLAX";
            f.provider = of("CNSHA");
        });

        assertThat(TimeRules.workingHours(elsewhere).value()).isEqualTo(1);
        assertThat(TimeRules.workingHours(atHome).value()).isEqualTo(0);
        assertThat(TimeRules.workingHours(otherCity).value()).isEqualTo(0.25);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "68, 1", // on the very day
        "69, 0.988888888",
        "113, 0.5",
        "157, 0.011111111",
        "158, 0",
        "730, 0"
    })
    void beginsBy31JanuaryOrSoMuchLater(int leadTime, double value) {
        Finding finding = start(LocalDate.of(2027, 1, 31), leadTime, null);

        assertThat(finding.value()).isCloseTo(value, within(1e-8));
    }

    @Test
    void nothingIsOrderedBeforeTheResponsesAreThere() {
        LocalDate start = LocalDate.of(2027, 1, 31);

        assertThat(start(start, 38, Instant.parse("2026-12-24T23:00:00Z")).value())
                .isEqualTo(1);
        assertThat(start(start, 39, Instant.parse("2026-12-24T23:00:00Z")).value())
                .isLessThan(1);
        assertThat(start(start, 69, Instant.parse("2026-11-01T00:00:00Z")).value())
                .as("when they were due before today")
                .isLessThan(1);
    }

    @Test
    void saysWhenItCouldBegin() {
        Finding late = start(LocalDate.of(2026, 12, 20), 45, null);

        assertThat(late.state()).isEqualTo(State.partly);
        assertThat(late.message().apply(Wording.english()))
                .isEqualTo("The work could begin later than wanted, by this many days: 19.");
        assertThat(late.details().apply(Wording.english()))
                .containsExactly("start wanted 2026-12-20", "earliest begin 2027-01-08, days after the order: 45");
        assertThat(start(LocalDate.of(2027, 2, 20), 45, null).message().apply(Wording.in("zh")))
                .isEqualTo("可以按期望的时间开始。");
    }

    @Test
    void aDateBeyondAllCalendarsIsAsGoodAsTheLast() {
        assertThat(start(LocalDate.MAX, 30, null).value()).isEqualTo(1);
        assertThat(start(LocalDate.MIN, 30, null).value()).isZero();
        assertThat(start(LocalDate.of(2027, 1, 31), 730, Instant.MAX).value()).isZero();
        assertThat(start(LocalDate.of(2027, 1, 31), 30, Instant.MIN).value()).isEqualTo(1);
        assertThat(hours(of("SARUH"), of("CNSHA"), LocalDate.MAX).value()).isEqualTo(1);
        assertThat(hours(of("SARUH"), of("CNSHA"), LocalDate.MIN).value()).isEqualTo(1);
    }

    @Test
    void whoeverDoesNotSayWhenCouldTell() {
        assertThat(start(null, 30, null).missing()).isEqualTo(Side.buyer);
        assertThat(start(LocalDate.of(2027, 1, 31), null, null).missing()).isEqualTo(Side.provider);
        assertThat(start(null, null, null).missing()).isNull();
        assertThat(start(null, 30, null).value()).isNull();
    }

    @Test
    void bothSidesFindTheSame() {
        assertThat(List.of(MatchPolicy.WORKING_HOURS, MatchPolicy.START_DATE, MatchPolicy.CAPACITY))
                .allMatch(Rule::isSame);
    }

    private static Finding start(@Nullable LocalDate start, @Nullable Integer leadTime, @Nullable Instant until) {
        return TimeRules.startDate(pair(f -> {
            f.start = start;
            f.leadTimeDays = leadTime;
            f.responsesUntil = until;
        }));
    }

    private static Finding hours(Party buyer, Party provider, @Nullable LocalDate start) {
        return TimeRules.workingHours(pair(f -> {
            f.buyer = buyer;
            f.provider = provider;
            f.start = start;
        }));
    }

    private static Party of(String city) {
        return party(p -> {
            p.city = city;
            p.country = city.substring(0, 2);
            return p;
        });
    }

    private static Party in(String country) {
        return party(p -> {
            p.country = country;
            return p;
        });
    }
}
