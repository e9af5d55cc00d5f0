package org.shuqiao.contracts.search;

import java.util.List;
import java.util.UUID;

/**
 * The short list of one offer or demand ({@code of}): what fits, best first, and what a must-have excluded. {@code
 * rankingVersion} names the rules and weights, {@code generation} the state of the index it was computed on: both equal,
 * and the settings by which lists are arranged, the list is equal. {@code excludedTotal} counts all excluded among the
 * candidates, {@code excluded} names the first.
 */
public record MatchesView(
        UUID of,
        String rankingVersion,
        String generation,
        List<MatchView> matches,
        List<ExcludedView> excluded,
        int excludedTotal) {}
