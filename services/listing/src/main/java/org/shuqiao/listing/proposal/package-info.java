/** The thesaurus, extended: in come proposals of operators, out goes each published addition, to all and in one order. */
@NullMarked
package org.shuqiao.listing.proposal;

import org.jspecify.annotations.NullMarked;
