package org.shuqiao.understanding.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.number.Bounds.Side;
import org.shuqiao.understanding.word.Phrases;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Token;
import org.shuqiao.understanding.word.Tokens;

/**
 * Finds numbers with a unit, alone, as bounds or as ranges.
 *
 * @param <U> the unit
 */
public abstract class Measuring<U> {
    /** In “phase 2 – 5000 users” the 2 is not the lower end. */
    private static final BigDecimal FAR_APART = new BigDecimal(100);

    protected final Tokens tokens;
    private final @Nullable FoundNumber[] numbers;
    private final Bounds.Found bounds;
    private final Phrases<BigDecimal> magnitudes;

    /** The tokens that belong to something found before. */
    protected final BitSet taken;

    protected Measuring(
            Tokens tokens,
            @Nullable FoundNumber[] numbers,
            Bounds.Found bounds,
            Phrases<BigDecimal> magnitudes,
            BitSet taken) {
        this.tokens = tokens;
        this.numbers = numbers;
        this.bounds = bounds;
        this.magnitudes = magnitudes;
        this.taken = taken;
    }

    /**
     * A number with its unit.
     *
     * @param from its first token; {@code to} is after the last
     * @param min null: no lower bound; {@code max} null: no upper one
     */
    public record Measure<U>(
            int from,
            int to,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            U unit) {}

    /** A unit at one side of a number: up to which token it reaches. */
    public record Unit<U>(int edge, U unit) {}

    /** The unit that ends directly before the number. */
    protected abstract @Nullable Unit<U> before(FoundNumber number);

    /** The unit that begins at {@code at}, directly after {@code number} with its magnitude. */
    protected abstract @Nullable Unit<U> after(FoundNumber number, int at, boolean hasMagnitude);

    /** What both units of a number say together; null when they contradict. */
    protected abstract @Nullable U both(U left, U right);

    /** The value of a number with this unit. */
    protected BigDecimal value(FoundNumber number, U unit, boolean hasMagnitude) {
        return number.value();
    }

    /** Whether a number that has no unit of its own can be the other end of a range. */
    protected boolean canShareUnit(FoundNumber number, int end) {
        return true;
    }

    /** One number with what belongs to it. */
    private record Part<U>(
            FoundNumber number,
            int from,
            int to,
            @Nullable BigDecimal magnitude,
            @Nullable U unit,
            boolean unitAfter,
            boolean orMore) {}

    /** All measures, from left to right; their tokens are taken. */
    public List<Measure<U>> all() {
        List<Measure<U>> all = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Measure<U> measure = measure(at);
            if (measure == null) {
                at++;
            } else {
                all.add(measure);
                taken.set(measure.from(), measure.to());
                at = Math.max(at + 1, measure.to());
            }
        }
        return all;
    }

    private @Nullable Measure<U> measure(int at) {
        Part<U> first = part(at);
        if (first == null) {
            return null;
        }
        Match<Side> before = bounds.before(first.from());
        if (before != null && taken.get(before.from())) {
            before = null;
        }
        int between = bounds.between(first.to());
        Part<U> second = between < 0 ? null : secondPart(first, between);
        if (second != null) {
            Measure<U> range = range(first, second, before);
            if (range != null) {
                return range;
            }
        }
        U unit = first.unit();
        return unit == null ? null : single(first, unit, before);
    }

    private @Nullable Part<U> secondPart(Part<U> first, int between) {
        for (int at = between;
                at < between + 3 && tokens.has(at) && !tokens.at(at).isEnd();
                at++) {
            Part<U> second = part(at);
            if (second != null) {
                return second.from() == between && (first.unit() != null || second.unit() != null) ? second : null;
            }
        }
        return null;
    }

    private @Nullable Measure<U> range(Part<U> first, Part<U> second, @Nullable Match<Side> before) {
        U left = first.unit();
        U right = second.unit();
        U unit = left == null ? right : right == null ? left : both(left, right);
        if (unit == null
                || (right == null && !canShareUnit(second.number(), second.to()))
                || (left == null && first.number().glued())) {
            return null;
        }
        BigDecimal plain = value(first.number(), unit, first.magnitude() != null);
        BigDecimal plainMost = value(second.number(), unit, second.magnitude() != null);
        BigDecimal max = times(plainMost, second.magnitude());
        boolean shared = first.magnitude() == null
                && second.magnitude() != null
                && plain.compareTo(plainMost) < 0
                && !(left != null && first.unitAfter());
        BigDecimal min = times(plain, shared ? second.magnitude() : first.magnitude());
        boolean farApart = left == null && min.multiply(FAR_APART).compareTo(max) < 0;
        if (min.compareTo(max) > 0 || farApart) {
            return null;
        }
        int from = before != null && before.meanings().contains(Side.FROM) ? before.from() : first.from();
        return new Measure<>(from, second.to(), min, max, unit);
    }

    private Measure<U> single(Part<U> part, U unit, @Nullable Match<Side> before) {
        BigDecimal value = times(value(part.number(), unit, part.magnitude() != null), part.magnitude());
        Match<Side> after = bounds.after(part.to());
        boolean most = (before != null && before.meanings().contains(Side.MOST_BEFORE))
                || (after != null && after.meaning() == Side.MOST_AFTER);
        boolean least = !most
                && (part.orMore()
                        || (before != null && before.meanings().contains(Side.LEAST_BEFORE))
                        || (after != null && after.meaning() == Side.LEAST_AFTER));
        boolean boundBefore = before != null
                && (before.meanings().contains(Side.MOST_BEFORE)
                        || before.meanings().contains(Side.LEAST_BEFORE));
        int from = boundBefore && before != null ? before.from() : part.from();
        int to = after != null && (most || least) ? after.to() : part.to();
        return new Measure<>(from, to, most ? null : value, least ? null : value, unit);
    }

    /** The number that begins at {@code at}, or whose unit does. */
    private @Nullable Part<U> part(int at) {
        FoundNumber number = numbers[at];
        if (number == null || taken.get(at)) {
            return null;
        }
        int end = number.to();
        BigDecimal magnitude = null;
        if (tokens.has(end)) {
            Match<BigDecimal> match = magnitudes.longest(tokens, end);
            if (match != null && isMagnitude(number, match)) {
                magnitude = match.meaning();
                end = match.to();
            }
        }
        boolean orMore = tokens.is(end, '+') && tokens.isFlush(end);
        if (orMore) {
            end++;
        }
        int next =
                magnitude != null && tokens.is(end, '.') && tokens.isFlush(end) && tokens.has(end + 1) ? end + 1 : end;
        next = bounds.afterOf(next);
        Unit<U> left = before(number);
        Unit<U> right = tokens.has(next) ? after(number, next, magnitude != null) : null;
        if (left == null && number.glued()) {
            return null;
        }
        if (left != null && right != null) {
            U unit = both(left.unit(), right.unit());
            if (unit != null) {
                return new Part<>(number, left.edge(), right.edge(), magnitude, unit, true, orMore);
            }
        }
        if (left != null) {
            return new Part<>(number, left.edge(), end, magnitude, left.unit(), false, orMore);
        }
        return right != null
                ? new Part<>(number, at, right.edge(), magnitude, right.unit(), true, orMore)
                : new Part<>(number, at, end, magnitude, null, false, orMore);
    }

    /** Whether {@code match} after {@code number} is a magnitude; a single letter must stand directly at the digits. */
    private boolean isMagnitude(FoundNumber number, Match<BigDecimal> match) {
        boolean letter = tokens.at(match.from()).kind() == Token.Kind.WORD
                && tokens.at(match.from()).form().length() == 1;
        boolean signAfter = tokens.isFlush(match.to()) && isCurrencySign(tokens.at(match.to())); // “10 k€”
        return !letter || tokens.isFlush(number.to()) || signAfter;
    }

    private static boolean isCurrencySign(Token token) {
        return Character.getType(token.form().codePointAt(0)) == Character.CURRENCY_SYMBOL;
    }

    private static BigDecimal times(BigDecimal value, @Nullable BigDecimal magnitude) {
        return magnitude == null ? value : plain(value.multiply(magnitude));
    }

    /** Without zeros that tell nothing, and never with an exponent. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
