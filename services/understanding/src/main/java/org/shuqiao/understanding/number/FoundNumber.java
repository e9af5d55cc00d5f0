package org.shuqiao.understanding.number;

import java.math.BigDecimal;

/**
 * A number in a text.
 *
 * @param from its first token; {@code to} is after the last
 * @param value as its language writes numbers
 * @param grouped what it is if its only sign parts thousands: money is written so more often than with three decimals
 * @param glued whether letters stand directly before it: {@code v2}, {@code USD20}
 * @param inWords whether it is written with letters
 */
public record FoundNumber(int from, int to, BigDecimal value, BigDecimal grouped, boolean glued, boolean inWords) {}
