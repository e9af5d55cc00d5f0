/** Matches: in comes a demand or an offer, out goes the short list of its counterparts with the reasons for both sides. */
@NullMarked
package org.shuqiao.search.match;

import org.jspecify.annotations.NullMarked;
