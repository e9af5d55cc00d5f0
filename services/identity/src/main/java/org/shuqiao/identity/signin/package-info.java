/** Signing in with e-mail and password, and what guards the pages: sessions, headers, forged requests. */
@NullMarked
package org.shuqiao.identity.signin;

import org.jspecify.annotations.NullMarked;
