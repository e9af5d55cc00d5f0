/** Access tokens: in comes a request, out comes what its token says once it was checked against the issuer's keys, or a problem. */
@NullMarked
package org.shuqiao.access.token;

import org.jspecify.annotations.NullMarked;
