package org.shuqiao.search.match;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.contracts.search.ReasonView.State;

/**
 * What a rule finds in one pair of demand and offer. Ten times as many pairs are judged as are shown, so what is to be read
 * is only put into words when it is asked for, in the language it is asked for in.
 *
 * @param value 0..1, null when unknown
 * @param message one sentence for a person
 * @param details the facts it rests on
 * @param missing who alone could make it known by supplying one fact; null where it is known, or nobody could
 */
record Finding(
        @Nullable Double value,
        State state,
        Function<Wording, String> message,
        Function<Wording, List<String>> details,
        @Nullable Side missing) {
    static final Function<Wording, List<String>> NOTHING_MORE = wording -> List.of();

    static Finding met(Function<Wording, String> message, Function<Wording, List<String>> details) {
        return new Finding(1.0, State.met, message, details, null);
    }

    static Finding unmet(Function<Wording, String> message, Function<Wording, List<String>> details) {
        return new Finding(0.0, State.unmet, message, details, null);
    }

    /** Not known, and no single fact would change that. */
    static Finding unknown(Function<Wording, String> message) {
        return unknown(message, NOTHING_MORE);
    }

    static Finding unknown(Function<Wording, String> message, Function<Wording, List<String>> details) {
        return new Finding(null, State.unknown, message, details, null);
    }

    /** Not known because one side says nothing. */
    static Finding missing(Side by, Function<Wording, String> message) {
        return new Finding(null, State.unknown, message, NOTHING_MORE, by);
    }

    /** Not known because the buyer, the provider, or both of them say nothing; at least one is true. */
    static Finding silent(boolean buyer, boolean provider, Sentence ofBuyer, Sentence ofProvider) {
        Side missing = buyer && provider ? null : buyer ? Side.buyer : Side.provider;
        return new Finding(
                null, State.unknown, wording -> wording.say(buyer ? ofBuyer : ofProvider), NOTHING_MORE, missing);
    }

    /** Met at 1, unmet at 0, partly between. */
    static Finding graded(double value, Function<Wording, String> message, Function<Wording, List<String>> details) {
        State state = value >= 1 ? State.met : value <= 0 ? State.unmet : State.partly;
        return new Finding(Math.clamp(value, 0.0, 1.0), state, message, details, null);
    }

    ReasonView reason(String feature, Wording wording) {
        return reason(feature, null, wording);
    }

    /** @param need the requirement it is about, if it is about one */
    ReasonView reason(String feature, @Nullable Requirement need, Wording wording) {
        return new ReasonView(feature, value, state, message.apply(wording), details.apply(wording), need, null);
    }
}
