@NullMarked
package org.shuqiao.local.compose;

import org.jspecify.annotations.NullMarked;
