/** The HTTP manners every service keeps: strict JSON in, RFC 9457 problems out, idempotency keys, versions, cursors. */
@NullMarked
package org.shuqiao.web;

import org.jspecify.annotations.NullMarked;
