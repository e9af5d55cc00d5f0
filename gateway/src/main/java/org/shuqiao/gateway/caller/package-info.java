/** Who asks: a request comes in, with a token, a session or neither; it goes on with what services may know of that, or is refused. */
@NullMarked
package org.shuqiao.gateway.caller;

import org.jspecify.annotations.NullMarked;
