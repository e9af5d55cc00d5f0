@NullMarked
package org.shuqiao.local.server;

import org.jspecify.annotations.NullMarked;
