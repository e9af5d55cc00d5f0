/** The search index as an application. */
@NullMarked
package org.shuqiao.search;

import org.jspecify.annotations.NullMarked;
