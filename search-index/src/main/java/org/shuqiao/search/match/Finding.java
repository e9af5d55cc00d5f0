package org.shuqiao.search.match;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.contracts.search.ReasonView.State;

/**
 * What a rule finds in one pair of demand and offer. Ten times as many pairs are judged as are shown, so what is to be read
 * is only put into words when it is asked for.
 *
 * @param value 0..1, null when unknown
 * @param message one English sentence for a person
 * @param details the facts it rests on
 */
record Finding(@Nullable Double value, State state, Supplier<String> message, Supplier<List<String>> details) {
    static Finding met(Supplier<String> message, Supplier<List<String>> details) {
        return new Finding(1.0, State.met, message, details);
    }

    static Finding unmet(Supplier<String> message, Supplier<List<String>> details) {
        return new Finding(0.0, State.unmet, message, details);
    }

    static Finding unknown(Supplier<String> message) {
        return unknown(message, List::of);
    }

    static Finding unknown(Supplier<String> message, Supplier<List<String>> details) {
        return new Finding(null, State.unknown, message, details);
    }

    /** Met at 1, unmet at 0, partly between. */
    static Finding graded(double value, Supplier<String> message, Supplier<List<String>> details) {
        State state = value >= 1 ? State.met : value <= 0 ? State.unmet : State.partly;
        return new Finding(Math.clamp(value, 0.0, 1.0), state, message, details);
    }

    ReasonView reason(String feature) {
        return new ReasonView(feature, value, state, message.get(), details.get());
    }
}
