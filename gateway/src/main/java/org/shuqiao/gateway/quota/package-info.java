/** How often one account or client may ask: a request comes in, one permit is taken from Redis (or, when Redis does not answer, from this process), 429 or the request goes out. */
@NullMarked
package org.shuqiao.gateway.quota;

import org.jspecify.annotations.NullMarked;
