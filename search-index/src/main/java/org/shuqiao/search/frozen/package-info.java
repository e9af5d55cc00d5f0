/**
 * Short lists that were frozen: in comes a demand, out goes the list as it stood, all it was judged from, and whether the
 * same comes out of that again.
 */
@NullMarked
package org.shuqiao.search.frozen;

import org.jspecify.annotations.NullMarked;
