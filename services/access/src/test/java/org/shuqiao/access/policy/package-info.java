@NullMarked
package org.shuqiao.access.policy;

import org.jspecify.annotations.NullMarked;
