/** Cities by UN/LOCODE and the zones of Shanghai: read from reference files at the start, asked for by HTTP and by code. */
@NullMarked
package org.shuqiao.profile.place;

import org.jspecify.annotations.NullMarked;
