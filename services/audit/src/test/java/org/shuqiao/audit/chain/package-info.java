/** The canonical form and its numbers. */
@NullMarked
package org.shuqiao.audit.chain;

import org.jspecify.annotations.NullMarked;
