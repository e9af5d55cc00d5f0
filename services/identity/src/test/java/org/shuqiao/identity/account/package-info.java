/** Tests of the package. */
@NullMarked
package org.shuqiao.identity.account;

import org.jspecify.annotations.NullMarked;
