/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.frozen;

import org.jspecify.annotations.NullMarked;
