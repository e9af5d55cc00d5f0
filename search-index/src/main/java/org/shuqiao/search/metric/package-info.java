/** Measures of a ranking against relevance judgements: in comes a ranked list with grades, out go numbers in 0..1. */
@NullMarked
package org.shuqiao.search.metric;

import org.jspecify.annotations.NullMarked;
