package org.shuqiao.profile.place;

import java.util.List;

/**
 * A line of {@code reference/cities.tsv}; {@code status}, {@code strengths} and {@code needs} hold several words with
 * {@code ;} between them.
 */
record CityRow(
        String unLocode,
        String nameEn,
        String nameZh,
        String country,
        String timeZone,
        String status,
        String strengths,
        String needs,
        String source) {
    static final int COLUMNS = 9;

    static CityRow of(List<String> cells) {
        return new CityRow(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8));
    }
}
