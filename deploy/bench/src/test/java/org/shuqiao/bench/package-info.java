@NullMarked
package org.shuqiao.bench;

import org.jspecify.annotations.NullMarked;
