package org.shuqiao.listing.intake;

import java.util.List;
import org.shuqiao.contracts.listing.RefusedLine;

/**
 * What a batch came to: the step from one checkpoint to the next.
 *
 * @param before records settled before it
 * @param records records in it
 * @param bytes their size
 * @param chain the chain of hashes after it
 */
record Settled(
        long before,
        int records,
        long bytes,
        Chain chain,
        int created,
        int revised,
        int unchanged,
        List<RefusedLine> refused) {}
