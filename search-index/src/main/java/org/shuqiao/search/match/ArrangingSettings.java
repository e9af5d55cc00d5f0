package org.shuqiao.search.match;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a short list is put together from what was judged.
 *
 * @param alike texts of one organization whose concepts are at least this near each other are nearly the same, 0..1
 * @param first how many positions are looked at by most people: what follows is about these
 * @param ofOneProvider how many of them one provider has at most
 * @param asGood as long as there are others that score at least this share of what they stand before
 * @param newPlaces how many of them are kept for new providers, if none is there by its score
 * @param newFrom the best position one may be given, from 1
 * @param newFor how long after its registration a provider without a track record is new
 * @param newMargin how much lower, as a share, its score may be, track records left aside, than that of what it moves down
 */
@ConfigurationProperties("shuqiao.search.arranging")
public record ArrangingSettings(
        @DefaultValue("0.9") double alike,
        @DefaultValue("10") int first,
        @DefaultValue("2") int ofOneProvider,
        @DefaultValue("0.5") double asGood,
        @DefaultValue("1") int newPlaces,
        @DefaultValue("4") int newFrom,
        @DefaultValue("180d") Duration newFor,
        @DefaultValue("0.1") double newMargin) {
    public ArrangingSettings {
        share("alike", alike);
        share("asGood", asGood);
        share("newMargin", newMargin);
        if (first < 1 || ofOneProvider < 1) {
            throw new IllegalArgumentException("expected at least 1 for first and ofOneProvider");
        }
        if (newPlaces < 0 || newFrom < 1 || newFrom + newPlaces - 1 > first) {
            throw new IllegalArgumentException("expected newPlaces from newFrom on within the first " + first);
        }
    }

    private static void share(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("expected 0 to 1 for " + name + ", not " + share);
        }
    }
}
