@NullMarked
package org.shuqiao.local.catalogue;

import org.jspecify.annotations.NullMarked;
