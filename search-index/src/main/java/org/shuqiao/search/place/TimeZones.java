package org.shuqiao.search.place;

import java.time.ZoneId;
import java.util.List;

/** The time zones of places, as somebody knows them. */
public interface TimeZones {
    /**
     * Those a place may be in: one where city or country tells it, all of the country where neither does, none where the
     * country has none that is known.
     */
    List<ZoneId> of(Place place);
}
