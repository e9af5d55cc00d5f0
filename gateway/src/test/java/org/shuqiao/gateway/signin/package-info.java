@NullMarked
package org.shuqiao.gateway.signin;

import org.jspecify.annotations.NullMarked;
