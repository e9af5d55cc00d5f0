/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.rebuild;

import org.jspecify.annotations.NullMarked;
