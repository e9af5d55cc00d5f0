/** Every refusal of the gateway as one RFC 9457 problem in the caller's language: an exception comes in, application/problem+json goes out. */
@NullMarked
package org.shuqiao.gateway.problem;

import org.jspecify.annotations.NullMarked;
