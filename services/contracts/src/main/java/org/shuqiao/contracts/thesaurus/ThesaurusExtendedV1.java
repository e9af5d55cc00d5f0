package org.shuqiao.contracts.thesaurus;

import java.time.Instant;
import java.util.UUID;

/** An addition was published; {@code version} is that of the thesaurus with it, 1 more than before. */
public record ThesaurusExtendedV1(
        UUID eventId, Instant occurredAt, UUID aggregateId, long version, ConceptAddition addition)
        implements ThesaurusEvent {}
