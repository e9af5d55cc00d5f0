/** Tests of what texts say. */
@NullMarked
package org.shuqiao.search.said;

import org.jspecify.annotations.NullMarked;
