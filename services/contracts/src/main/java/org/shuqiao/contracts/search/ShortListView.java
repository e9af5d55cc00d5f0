package org.shuqiao.contracts.search;

import java.time.Instant;
import java.util.UUID;

/**
 * A short list that was frozen: of which version of the demand, by which ranking, on which state of the index.
 *
 * @param offers how many it has
 * @param candidates how many were judged for it
 * @param digest SHA-256 of its record, byte by byte as it is answered, in lower-case hexadecimal
 */
public record ShortListView(
        UUID id,
        UUID demandId,
        long demandVersion,
        UUID buyerId,
        Instant frozenAt,
        String rankingVersion,
        String generation,
        int offers,
        int candidates,
        String digest) {}
