/** What is understood of a text, shown to its author: in comes a text, out goes what was found in it and where. */
@NullMarked
package org.shuqiao.search.understand;

import org.jspecify.annotations.NullMarked;
