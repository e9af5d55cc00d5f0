/** Load on a running system: in come its addresses, out come figures, each beside a baseline measured in the same run. */
@NullMarked
package org.shuqiao.bench;

import org.jspecify.annotations.NullMarked;
