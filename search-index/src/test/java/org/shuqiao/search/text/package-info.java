/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.text;

import org.jspecify.annotations.NullMarked;
