/**
 * Child processes that cannot outlive this one: a command, its environment and a log file go in, a handle that ends it
 * comes out.
 */
@NullMarked
package org.shuqiao.local.process;

import org.jspecify.annotations.NullMarked;
