/** The identity service as this gateway knows it: found when first needed, it gives and renews tokens, and its keys check them. */
@NullMarked
package org.shuqiao.gateway.identity;

import org.jspecify.annotations.NullMarked;
