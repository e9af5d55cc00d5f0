package org.shuqiao.search.place;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * The time zones of places. A city has the zone that {@code time-zones.tsv} gives, else the one that CLDR calls after it:
 * its short name of a zone is the UN/LOCODE of a city in it (UTS #35, part 6, "Time Zone Identifiers"). A country has those
 * that CLDR gives it. All are read when the class is first used, which must not be by a request.
 */
public final class TimeZones {
    private static final int UN_LOCODE = 5;
    private static final Set<String> JAVA = ZoneId.getAvailableZoneIds();
    private static final Map<String, ZoneId> KEPT = kept();
    private static final Map<String, ZoneId> CITIES = cities();
    private static final Map<String, List<ZoneId>> COUNTRIES = countries();

    private TimeZones() {}

    /** Reads what there is. */
    public static void load() {
        if (COUNTRIES.isEmpty() || CITIES.isEmpty() || KEPT.isEmpty()) {
            throw new IllegalStateException("there are always time zones");
        }
    }

    /**
     * Those a place may be in: one where city or country tells it, all of the country where neither does, none where the
     * country has none that is known.
     *
     * @param country ISO 3166-1 alpha-2
     * @param city UN/LOCODE
     */
    public static List<ZoneId> of(@Nullable String country, @Nullable String city) {
        if (country == null) {
            return List.of();
        }
        ZoneId only = KEPT.get(country);
        if (only == null && city != null) {
            only = CITIES.get(city);
        }
        return only == null ? COUNTRIES.getOrDefault(country, List.of()) : List.of(only);
    }

    private static Map<String, ZoneId> kept() {
        try {
            return new ClassPathResource("time-zones.tsv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> ZoneId.of(cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, ZoneId> cities() {
        Map<String, ZoneId> cities = new HashMap<>();
        for (String id : ids(null)) {
            String name = ULocale.toUnicodeLocaleType("timezone", id);
            if (name != null && name.length() == UN_LOCODE) {
                String city = name.toUpperCase(Locale.ROOT);
                if (city.startsWith(TimeZone.getRegion(id))) {
                    zone(id).ifPresent(zone -> cities.put(city, zone));
                }
            }
        }
        cities.putAll(KEPT);
        return Map.copyOf(cities);
    }

    private static Map<String, List<ZoneId>> countries() {
        Map<String, List<ZoneId>> countries = new HashMap<>();
        for (String country : Locale.getISOCountries()) {
            List<ZoneId> zones = new TreeSet<>(ids(country))
                    .stream().map(TimeZones::zone).flatMap(Optional::stream).toList();
            if (!zones.isEmpty()) {
                countries.put(country, zones);
            }
        }
        return Map.copyOf(countries);
    }

    private static Set<String> ids(@Nullable String country) {
        return TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null);
    }

    /** By the name the tz database prefers now; empty where this Java platform has an older one. */
    private static Optional<ZoneId> zone(String id) {
        return Optional.of(TimeZone.getIanaID(id)).filter(JAVA::contains).map(ZoneId::of);
    }
}
