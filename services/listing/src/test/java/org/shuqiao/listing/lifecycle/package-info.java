@NullMarked
package org.shuqiao.listing.lifecycle;

import org.jspecify.annotations.NullMarked;
