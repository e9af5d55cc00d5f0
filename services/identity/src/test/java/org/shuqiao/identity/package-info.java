/** Tests of the package. */
@NullMarked
package org.shuqiao.identity;

import org.jspecify.annotations.NullMarked;
