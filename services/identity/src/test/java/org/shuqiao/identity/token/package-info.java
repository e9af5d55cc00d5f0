/** Tests of the package. */
@NullMarked
package org.shuqiao.identity.token;

import org.jspecify.annotations.NullMarked;
