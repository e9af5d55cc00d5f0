@NullMarked
package org.shuqiao.listing.intake;

import org.jspecify.annotations.NullMarked;
