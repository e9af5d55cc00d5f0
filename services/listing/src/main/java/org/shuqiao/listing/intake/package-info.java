/** Bulk import: in comes a stream of JSON Lines or CSV, out go listings, a checkpoint, and a report of what was refused and why. */
@NullMarked
package org.shuqiao.listing.intake;

import org.jspecify.annotations.NullMarked;
