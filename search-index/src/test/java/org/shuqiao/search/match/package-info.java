/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.match;

import org.jspecify.annotations.NullMarked;
