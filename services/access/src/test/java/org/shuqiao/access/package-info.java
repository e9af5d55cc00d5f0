@NullMarked
package org.shuqiao.access;

import org.jspecify.annotations.NullMarked;
