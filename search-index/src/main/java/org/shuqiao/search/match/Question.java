package org.shuqiao.search.match;

import java.time.Instant;
import org.shuqiao.search.exchange.ExchangeRates;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.place.TimeZones;

/**
 * For whom candidates are judged, and under which circumstances.
 *
 * @param words how many words were searched for
 * @param rates by which amounts are compared
 * @param zones in which the places are
 * @param now the instant that deadlines and certificates are judged at
 */
record Question(ListingFacts subject, int words, ExchangeRates rates, TimeZones zones, Instant now) {}
