package org.shuqiao.understanding.place;

import org.shuqiao.understanding.need.Need;

/**
 * A country named in a text, by its name, an adjective, or one of its cities.
 *
 * @param from where it begins, in UTF-16 units; {@code to} is after its last
 * @param country by ISO 3166-1 alpha-2
 * @param kind how it is named
 * @param certainty 1 where the name has one meaning, else the share of this one
 */
public record PlaceMention(int from, int to, String country, Kind kind, Need need, double certainty) {
    /** How a country is named. */
    public enum Kind {
        COUNTRY,
        ADJECTIVE,
        CITY
    }
}
