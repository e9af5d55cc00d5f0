/** An offer's or a demand's life: in come its owner's wishes and the passing of time, out go its state and its events. */
@NullMarked
package org.shuqiao.listing.lifecycle;

import org.jspecify.annotations.NullMarked;
