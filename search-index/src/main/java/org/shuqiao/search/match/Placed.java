package org.shuqiao.search.match;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.MatchView.PositionView;

/**
 * An entry of a short list.
 *
 * @param byScore where its score alone would put it, from 1
 * @param alike others of its organization that are nearly the same, best first
 * @param moved why it stands elsewhere; null where it does not, or only because others were moved
 */
record Placed(Judged judged, int byScore, List<Judged> alike, PositionView.@Nullable Reason moved) {
    double score() {
        return judged.scores().both();
    }

    Placed movedBecause(PositionView.Reason reason) {
        return new Placed(judged, byScore, alike, reason);
    }
}
