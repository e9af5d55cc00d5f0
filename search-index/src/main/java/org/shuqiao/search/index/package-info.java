/** Keeps the indices: in come events and views of offers, demands and organizations, out go versioned documents in Elasticsearch. */
@NullMarked
package org.shuqiao.search.index;

import org.jspecify.annotations.NullMarked;
