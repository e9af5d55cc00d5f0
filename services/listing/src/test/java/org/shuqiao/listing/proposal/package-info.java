@NullMarked
package org.shuqiao.listing.proposal;

import org.jspecify.annotations.NullMarked;
