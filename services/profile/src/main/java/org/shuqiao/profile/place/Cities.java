package org.shuqiao.profile.place;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.profile.CityStatus;
import org.shuqiao.contracts.profile.CityView;
import org.shuqiao.contracts.value.UnLocode;
import org.springframework.stereotype.Component;

/** The cities of the reference file, {@code reference/cities.tsv}: the alliance, its candidates, the sister cities. */
@Component
public class Cities {
    private final Map<UnLocode, CityView> cities = new LinkedHashMap<>();

    Cities() {
        ReferenceTable.read("reference/cities.tsv", CityRow.COLUMNS).stream()
                .map(cells -> CityMapper.INSTANCE.view(CityRow.of(cells)))
                .sorted(Comparator.comparing(city -> city.unLocode().value()))
                .forEach(this::add);
    }

    private void add(CityView city) {
        if (cities.put(city.unLocode(), city) != null) {
            throw new IllegalStateException("reference/cities.tsv has " + city.unLocode() + " twice");
        }
    }

    Optional<CityView> find(UnLocode unLocode) {
        return Optional.ofNullable(cities.get(unLocode));
    }

    /** The cities with a status, or all, in the order of their codes. */
    List<CityView> withStatus(@Nullable CityStatus status) {
        return cities.values().stream()
                .filter(city -> status == null || city.statuses().contains(status))
                .toList();
    }

    /** Whether {@code city} is Shanghai. */
    public boolean isHome(UnLocode city) {
        return find(city).map(view -> view.statuses().contains(CityStatus.HOME)).orElse(false);
    }
}
