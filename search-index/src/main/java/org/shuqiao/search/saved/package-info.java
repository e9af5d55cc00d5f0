/** Saved searches: in comes what somebody wants to be alerted of, out goes the same to who matches documents with it. */
@NullMarked
package org.shuqiao.search.saved;

import org.jspecify.annotations.NullMarked;
