/** Tests of the package. */
@NullMarked
package org.shuqiao.identity.factor;

import org.jspecify.annotations.NullMarked;
