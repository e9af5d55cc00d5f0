/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.metric;

import org.jspecify.annotations.NullMarked;
