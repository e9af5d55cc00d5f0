/** The rules of each record, one by one. */
@NullMarked
package org.shuqiao.contracts.value;

import org.jspecify.annotations.NullMarked;
