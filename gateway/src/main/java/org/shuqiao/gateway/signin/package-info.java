/** Signing in and out at a browser: it comes without a session, goes to the identity service and back, and leaves with one. */
@NullMarked
package org.shuqiao.gateway.signin;

import org.jspecify.annotations.NullMarked;
