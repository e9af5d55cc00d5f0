/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.understand;

import org.jspecify.annotations.NullMarked;
