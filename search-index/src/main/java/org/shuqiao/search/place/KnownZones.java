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
import org.springframework.stereotype.Component;

/**
 * The time zones of all places. A city has the zone that {@code time-zones.tsv} gives, else the one that CLDR calls after
 * it: its short name of a zone is the UN/LOCODE of a city in it (UTS #35, part 1, "Time Zone Identifiers"). A country has
 * those that CLDR gives it.
 */
@Component
public final class KnownZones implements TimeZones {
    private static final int UN_LOCODE = 5;

    private final Set<String> java = ZoneId.getAvailableZoneIds();
    private final Map<String, ZoneId> kept = kept();
    private final Map<String, ZoneId> cities = cities();
    private final Map<String, List<ZoneId>> countries = countries();

    @Override
    public List<ZoneId> of(Place place) {
        String country = place.country();
        String city = place.city();
        if (country == null) {
            return List.of();
        }
        ZoneId only = kept.get(country);
        if (only == null && city != null) {
            only = kept.getOrDefault(city, cities.get(city));
        }
        return only == null ? countries.getOrDefault(country, List.of()) : List.of(only);
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

    private Map<String, ZoneId> cities() {
        Map<String, ZoneId> zones = new HashMap<>();
        for (String id : ids(null)) {
            String name = ULocale.toUnicodeLocaleType("timezone", id);
            if (name != null && name.length() == UN_LOCODE) {
                String city = name.toUpperCase(Locale.ROOT);
                if (city.startsWith(TimeZone.getRegion(id))) {
                    zone(id).ifPresent(zone -> zones.put(city, zone));
                }
            }
        }
        return Map.copyOf(zones);
    }

    private Map<String, List<ZoneId>> countries() {
        Map<String, List<ZoneId>> zones = new HashMap<>();
        for (String country : Locale.getISOCountries()) {
            List<ZoneId> there = new TreeSet<>(ids(country))
                    .stream().map(this::zone).flatMap(Optional::stream).toList();
            if (!there.isEmpty()) {
                zones.put(country, there);
            }
        }
        return Map.copyOf(zones);
    }

    private static Set<String> ids(@Nullable String country) {
        return TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null);
    }

    /** By the name the tz database prefers now; empty where this Java platform has an older one. */
    private Optional<ZoneId> zone(String id) {
        return Optional.of(TimeZone.getIanaID(id)).filter(java::contains).map(ZoneId::of);
    }
}
