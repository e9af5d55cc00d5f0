/** Tests of the package. */
@NullMarked
package org.shuqiao.identity.session;

import org.jspecify.annotations.NullMarked;
