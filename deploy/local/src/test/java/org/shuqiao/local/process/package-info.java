@NullMarked
package org.shuqiao.local.process;

import org.jspecify.annotations.NullMarked;
