/** The listing service: offers and demands, from draft to expiry, one by one and in bulk. */
@NullMarked
package org.shuqiao.listing;

import org.jspecify.annotations.NullMarked;
