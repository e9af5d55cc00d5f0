/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.exchange;

import org.jspecify.annotations.NullMarked;
