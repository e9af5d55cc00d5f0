/** Suggestions while somebody types: in come the letters typed, out go concepts, titles and providers that begin so. */
@NullMarked
package org.shuqiao.search.suggest;

import org.jspecify.annotations.NullMarked;
