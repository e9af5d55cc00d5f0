/** Everything ever published, page by page, for services that build their own view. */
@NullMarked
package org.shuqiao.listing.feed;

import org.jspecify.annotations.NullMarked;
