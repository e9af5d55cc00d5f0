package org.shuqiao.search.match;

import java.util.List;

/**
 * What of the concepts that the texts of a demand need the texts of an offer name.
 *
 * @param essentials those that are required, {@code wishes} that would be nice to have; {@code excluded} those that are not
 *     wanted and that the offer names
 */
public record Coverage(List<Needed> essentials, List<Needed> wishes, List<Needed> excluded) {
    public Coverage {
        essentials = essentials == null ? List.of() : essentials;
        wishes = wishes == null ? List.of() : wishes;
        excluded = excluded == null ? List.of() : excluded;
    }

    /** Of a demand whose texts need no concept. */
    public static final Coverage NONE = new Coverage(List.of(), List.of(), List.of());

    /**
     * A concept that is needed, or not wanted.
     *
     * @param concept its number
     * @param weight how much it counts among those needed alike, above 0
     * @param share how far the offer has it: 1 where it names it or a narrower one, less for a broader or related one, 0 where
     *     it is silent. Of one that is not wanted: how central it is to the offer, 1 for what it names most
     * @param by the number of the concept by which the offer has it; {@code concept} where it is silent
     */
    public record Needed(int concept, double weight, double share, int by) {
        boolean isNamed() {
            return share >= 1;
        }

        boolean isSilent() {
            return share <= 0;
        }
    }
}
