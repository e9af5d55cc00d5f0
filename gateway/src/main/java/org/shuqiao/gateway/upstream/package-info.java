/** One call to one service: deadline, at most one repetition of a read, circuit breaker, clean headers both ways; named failures go out. */
@NullMarked
package org.shuqiao.gateway.upstream;

import org.jspecify.annotations.NullMarked;
