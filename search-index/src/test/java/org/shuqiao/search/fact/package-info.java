/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.fact;

import org.jspecify.annotations.NullMarked;
