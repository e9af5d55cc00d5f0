/** Tests of the package. */
@NullMarked
package org.shuqiao.identity.secret;

import org.jspecify.annotations.NullMarked;
