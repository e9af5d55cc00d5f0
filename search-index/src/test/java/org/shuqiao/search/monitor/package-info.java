/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.monitor;

import org.jspecify.annotations.NullMarked;
