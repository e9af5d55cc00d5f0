/**
 * What callers may: in comes a request, out comes what its caller reaches by the rule of the endpoint, or a problem. The rules
 * are {@code policy.txt}, and nowhere else.
 */
@NullMarked
package org.shuqiao.access.policy;

import org.jspecify.annotations.NullMarked;
