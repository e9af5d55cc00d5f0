/**
 * For tests: in comes nothing, out come the addresses of real servers that one build shares, and the rules of the
 * architecture to hold a module to.
 */
@NullMarked
package org.shuqiao.testkit;

import org.jspecify.annotations.NullMarked;
