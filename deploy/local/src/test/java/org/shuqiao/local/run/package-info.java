@NullMarked
package org.shuqiao.local.run;

import org.jspecify.annotations.NullMarked;
