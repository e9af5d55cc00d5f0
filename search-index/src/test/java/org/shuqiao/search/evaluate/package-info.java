/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.evaluate;

import org.jspecify.annotations.NullMarked;
