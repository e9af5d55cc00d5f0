/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.suggest;

import org.jspecify.annotations.NullMarked;
