/** Searches that wait for documents: in come searches and later one document, out go the searches that find it. */
@NullMarked
package org.shuqiao.search.monitor;

import org.jspecify.annotations.NullMarked;
