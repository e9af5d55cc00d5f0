@NullMarked
package org.shuqiao.access.token;

import org.jspecify.annotations.NullMarked;
