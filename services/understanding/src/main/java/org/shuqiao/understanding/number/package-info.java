/** Numbers, amounts of money and quantities in texts: in come tokens, out go values with their places. */
@NullMarked
package org.shuqiao.understanding.number;

import org.jspecify.annotations.NullMarked;
