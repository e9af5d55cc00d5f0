/** Who is signed in at a browser: a cookie's value comes in, the session with fresh tokens comes out of Redis, where it lies sealed. */
@NullMarked
package org.shuqiao.gateway.session;

import org.jspecify.annotations.NullMarked;
