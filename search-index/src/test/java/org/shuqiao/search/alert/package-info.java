/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.alert;

import org.jspecify.annotations.NullMarked;
