/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.place;

import org.jspecify.annotations.NullMarked;
