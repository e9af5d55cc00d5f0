/** What holds for every request before anything looks at its meaning: one trace id, security headers, plain paths, origins, body caps, the access log. */
@NullMarked
package org.shuqiao.gateway.edge;

import org.jspecify.annotations.NullMarked;
