package org.shuqiao.search.saved;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How searches are saved.
 *
 * @param most how many an organization may have
 * @param leastScore what a match scores at least that one is alerted of, where the search does not say, 0 to 1
 * @param ownerTimeout how long the profile service may take to say who the owner is
 */
@ConfigurationProperties("shuqiao.search.saved")
record SavedSettings(
        @DefaultValue("1000") int most,
        @DefaultValue("0.5") double leastScore,
        @DefaultValue("3s") Duration ownerTimeout) {}
