/** The identity service: who signs in, and what the others are told of it. */
@NullMarked
package org.shuqiao.identity;

import org.jspecify.annotations.NullMarked;
