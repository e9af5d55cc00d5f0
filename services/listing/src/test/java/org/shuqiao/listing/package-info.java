@NullMarked
package org.shuqiao.listing;

import org.jspecify.annotations.NullMarked;
