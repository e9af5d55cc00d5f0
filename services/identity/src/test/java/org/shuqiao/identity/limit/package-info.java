/** Tests of the package. */
@NullMarked
package org.shuqiao.identity.limit;

import org.jspecify.annotations.NullMarked;
