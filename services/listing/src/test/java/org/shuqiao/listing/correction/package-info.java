@NullMarked
package org.shuqiao.listing.correction;

import org.jspecify.annotations.NullMarked;
