package org.shuqiao.search.place;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was known of some places.
 *
 * @param byPlace the names of zones by the city's UN/LOCODE, or by the country where no city is known
 */
public record KeptZones(Map<String, List<String>> byPlace) implements TimeZones {
    /** Nothing was known. */
    public static final KeptZones NONE = new KeptZones(Map.of());

    public KeptZones {
        byPlace = byPlace == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(byPlace));
    }

    /** What is known of these places. */
    public static KeptZones of(TimeZones known, Collection<Place> places) {
        Map<String, List<String>> zones = new TreeMap<>();
        for (Place place : places) {
            String key = key(place);
            List<ZoneId> found = known.of(place);
            if (key != null && !found.isEmpty()) {
                zones.put(key, found.stream().map(ZoneId::getId).toList());
            }
        }
        return new KeptZones(zones);
    }

    @Override
    public List<ZoneId> of(Place place) {
        String key = key(place);
        return key == null
                ? List.of()
                : byPlace.getOrDefault(key, List.of()).stream().map(ZoneId::of).toList();
    }

    private static @Nullable String key(Place place) {
        return place.city() == null ? place.country() : place.city();
    }
}
