/** The profile service: who takes part in the market, and the cities and zones they belong to. */
@NullMarked
package org.shuqiao.profile;

import org.jspecify.annotations.NullMarked;
