/** Tests of the package. */
@NullMarked
package org.shuqiao.identity.signin;

import org.jspecify.annotations.NullMarked;
