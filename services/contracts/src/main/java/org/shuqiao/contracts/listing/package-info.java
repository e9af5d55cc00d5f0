/** Offers and demands as they cross a process: content, views, events, imports, the feed for the index. */
@NullMarked
package org.shuqiao.contracts.listing;

import org.jspecify.annotations.NullMarked;
