/** The gateway as its callers meet it: the real application between real HTTP peers and a real Redis. */
@NullMarked
package org.shuqiao.gateway;

import org.jspecify.annotations.NullMarked;
