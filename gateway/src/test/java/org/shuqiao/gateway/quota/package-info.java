/** The quotas, alone and in the running gateway. */
@NullMarked
package org.shuqiao.gateway.quota;

import org.jspecify.annotations.NullMarked;
