/** Measures the recommendation on test sets in the BEIR layout: in come folders, out go run files and a table. */
@NullMarked
package org.shuqiao.search.evaluate;

import org.jspecify.annotations.NullMarked;
