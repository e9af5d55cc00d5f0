package org.shuqiao.contracts.search;

/**
 * A frozen short list with what stands on it, word by word as it was when it was frozen.
 *
 * @param list in the reader's language
 */
public record FrozenShortListView(ShortListView frozen, MatchesView list) {}
