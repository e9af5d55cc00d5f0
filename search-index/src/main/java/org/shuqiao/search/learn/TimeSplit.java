package org.shuqiao.search.learn;

import java.time.LocalDate;
import java.util.List;

/** Where the past ends: what is of one day stays together. */
final class TimeSplit {
    private TimeSplit() {}

    /**
     * How many of the dates are the earlier part: at most about {@code share} of them, and no date of the later part is as
     * early as one of them.
     *
     * @param dates rising
     */
    static int at(List<LocalDate> dates, double share) {
        int cut = (int) (dates.size() * share);
        while (cut > 0 && cut < dates.size() && dates.get(cut).equals(dates.get(cut - 1))) {
            cut--;
        }
        return cut;
    }
}
