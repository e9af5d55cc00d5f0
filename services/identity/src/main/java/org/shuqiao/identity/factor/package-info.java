/** The second step of a sign-in: codes of an authenticator application, recovery codes, and the pages that set them up. */
@NullMarked
package org.shuqiao.identity.factor;

import org.jspecify.annotations.NullMarked;
