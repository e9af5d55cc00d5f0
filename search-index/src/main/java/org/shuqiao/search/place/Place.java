package org.shuqiao.search.place;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody is, as far as it is known.
 *
 * @param country ISO 3166-1 alpha-2
 * @param city UN/LOCODE, in that country
 */
public record Place(@Nullable String country, @Nullable String city) {}
