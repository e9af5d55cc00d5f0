/** Amounts of one currency in another: in comes a file of reference rates, out go amounts. */
@NullMarked
package org.shuqiao.search.exchange;

import org.jspecify.annotations.NullMarked;
