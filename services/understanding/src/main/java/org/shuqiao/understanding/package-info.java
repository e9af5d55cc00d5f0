/** What a text says in terms of the trade: in comes a text with its language, out goes what was understood and where. */
@NullMarked
package org.shuqiao.understanding;

import org.jspecify.annotations.NullMarked;
