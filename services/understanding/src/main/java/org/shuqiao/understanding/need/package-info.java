/** How much what a text names is needed: in come tokens, out goes a need for each of them. */
@NullMarked
package org.shuqiao.understanding.need;

import org.jspecify.annotations.NullMarked;
