/** What a match is judged by, apart from the words: compact facts of offers, demands and their parties, kept with each document. */
@NullMarked
package org.shuqiao.search.fact;

import org.jspecify.annotations.NullMarked;
