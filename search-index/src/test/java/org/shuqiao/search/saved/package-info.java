/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.saved;

import org.jspecify.annotations.NullMarked;
