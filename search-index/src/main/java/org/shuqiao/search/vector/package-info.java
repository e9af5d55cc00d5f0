/** Dense vectors: in come texts, out go their vectors by the embedding model that is configured; none is by default. */
@NullMarked
package org.shuqiao.search.vector;

import org.jspecify.annotations.NullMarked;
