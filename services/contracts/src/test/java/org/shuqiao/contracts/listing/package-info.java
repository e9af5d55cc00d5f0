/** The rules of each record, one by one. */
@NullMarked
package org.shuqiao.contracts.listing;

import org.jspecify.annotations.NullMarked;
