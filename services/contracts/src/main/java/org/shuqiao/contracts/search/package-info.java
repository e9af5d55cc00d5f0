/** What the search index answers and says: hits, matches with their reasons, saved searches and alerts. */
@NullMarked
package org.shuqiao.contracts.search;

import org.jspecify.annotations.NullMarked;
