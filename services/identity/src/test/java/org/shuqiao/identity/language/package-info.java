/** Tests of the package. */
@NullMarked
package org.shuqiao.identity.language;

import org.jspecify.annotations.NullMarked;
