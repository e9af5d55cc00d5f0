/** What authors correct in what was understood: in come their corrections, out go those an operator makes part of the thesaurus. */
@NullMarked
package org.shuqiao.listing.correction;

import org.jspecify.annotations.NullMarked;
