/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.find;

import org.jspecify.annotations.NullMarked;
