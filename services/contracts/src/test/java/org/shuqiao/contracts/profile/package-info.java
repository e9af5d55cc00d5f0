/** The rules of each record, one by one. */
@NullMarked
package org.shuqiao.contracts.profile;

import org.jspecify.annotations.NullMarked;
