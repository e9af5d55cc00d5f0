@NullMarked
package org.shuqiao.gateway.session;

import org.jspecify.annotations.NullMarked;
