@NullMarked
package org.shuqiao.listing.owner;

import org.jspecify.annotations.NullMarked;
