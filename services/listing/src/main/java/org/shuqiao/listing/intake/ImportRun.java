package org.shuqiao.listing.intake;

import java.util.UUID;
import org.shuqiao.contracts.listing.ImportView;

/**
 * An import as kept: how far it has come and the chain of hashes there.
 *
 * @param records how many records are settled
 */
record ImportRun(UUID id, ImportView.Kind kind, boolean publish, ImportView.Status status, long records, Chain chain) {}
