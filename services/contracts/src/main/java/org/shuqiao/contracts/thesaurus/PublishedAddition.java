package org.shuqiao.contracts.thesaurus;

import java.time.Instant;

/**
 * An addition that is part of the thesaurus.
 *
 * @param version of the thesaurus with it: 1 for the first addition to what is built in, and 1 more for each further
 */
public record PublishedAddition(long version, Instant publishedAt, ConceptAddition addition) {}
