/** Search by words, filters and facets: in comes a query string, out goes a page of hits. */
@NullMarked
package org.shuqiao.search.find;

import org.jspecify.annotations.NullMarked;
