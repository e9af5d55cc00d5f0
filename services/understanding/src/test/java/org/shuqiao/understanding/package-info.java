@NullMarked
package org.shuqiao.understanding;

import org.jspecify.annotations.NullMarked;
