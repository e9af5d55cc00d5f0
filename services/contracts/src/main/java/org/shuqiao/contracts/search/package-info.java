/** What the search index answers: matches with their reasons. */
@NullMarked
package org.shuqiao.contracts.search;

import org.jspecify.annotations.NullMarked;
