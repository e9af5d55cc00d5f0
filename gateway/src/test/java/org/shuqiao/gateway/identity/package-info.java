@NullMarked
package org.shuqiao.gateway.identity;

import org.jspecify.annotations.NullMarked;
