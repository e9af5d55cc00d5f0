package org.shuqiao.search.match;

import java.util.Map;
import org.shuqiao.contracts.search.MatchesView;

/**
 * A short list of a demand with all it was judged from.
 *
 * @param demandVersion of the demand as the index had it
 * @param shown by language, all that reasons are worded in
 */
public record FrozenList(long demandVersion, ListRecord record, Map<String, MatchesView> shown) {}
