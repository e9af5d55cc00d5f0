package org.shuqiao.search.saved;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How searches are saved.
 *
 * @param most how many an organization may have
 * @param leastScore what a match scores at least that one is alerted of, where the search does not say, 0 to 1
 * @param arrival how long before a search is saved something may have been published and still be new to it, because it
 *     could not be found yet
 */
@ConfigurationProperties("shuqiao.search.saved")
public record SavedSettings(
        @DefaultValue("1000") int most,
        @DefaultValue("0.5") double leastScore,
        @DefaultValue("1h") Duration arrival) {}
