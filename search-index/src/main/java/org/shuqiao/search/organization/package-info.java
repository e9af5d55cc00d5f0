/** Organizations as callers name them: in comes an id or an identifier, out goes the id. */
@NullMarked
package org.shuqiao.search.organization;

import org.jspecify.annotations.NullMarked;
