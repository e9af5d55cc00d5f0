@NullMarked
package org.shuqiao.gateway.caller;

import org.jspecify.annotations.NullMarked;
