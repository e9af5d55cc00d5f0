/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.learn;

import org.jspecify.annotations.NullMarked;
