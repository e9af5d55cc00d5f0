/** A page of a longer list and the cursor to its next. */
@NullMarked
package org.shuqiao.contracts.page;

import org.jspecify.annotations.NullMarked;
