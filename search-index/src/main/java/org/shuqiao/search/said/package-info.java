/** What texts say, as far as a match is judged by it: in come passages that were read, out go facts. */
@NullMarked
package org.shuqiao.search.said;

import org.jspecify.annotations.NullMarked;
