/** Tests of the same package. */
@NullMarked
package org.shuqiao.search;

import org.jspecify.annotations.NullMarked;
