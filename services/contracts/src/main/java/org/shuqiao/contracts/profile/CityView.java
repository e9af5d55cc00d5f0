package org.shuqiao.contracts.profile;

import java.util.List;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.contracts.value.UnLocode;

/**
 * A city: its place, IANA time zone, standing towards Shanghai, and what it is strong in and needs (English keywords).
 * {@code source} says where the standing is known from.
 */
public record CityView(
        UnLocode unLocode,
        Text name,
        Country country,
        String timeZone,
        List<CityStatus> statuses,
        List<String> strengths,
        List<String> needs,
        String source) {}
