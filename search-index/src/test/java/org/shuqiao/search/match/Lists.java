package org.shuqiao.search.match;

import java.util.List;
import java.util.UUID;
import org.shuqiao.contracts.search.MatchView;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.contracts.search.ReasonView.WordsView;

/** Looks into lists of matches. */
final class Lists {
    private Lists() {}

    static List<UUID> ids(MatchesView matches) {
        return matches.matches().stream().map(MatchView::offerId).toList();
    }

    static MatchView match(MatchesView matches, UUID offer) {
        return matches.matches().stream()
                .filter(one -> one.offerId().equals(offer))
                .findFirst()
                .orElseThrow();
    }

    /** Why the buyer would, or would not, by one feature. */
    static ReasonView reason(MatchView match, String feature) {
        return match.reasons().buyer().stream()
                .filter(reason -> reason.feature().equals(feature))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        feature + " is not among " + match.reasons().buyer()));
    }

    /** The words themselves that are marked in texts. */
    static List<String> words(List<WordsView> words) {
        return words.stream()
                .map(one -> one.text().substring(one.from(), one.to()))
                .toList();
    }
}
