/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.index;

import org.jspecify.annotations.NullMarked;
