/** Builds all indices anew from the services and the topics, beside the living ones, and switches over. */
@NullMarked
package org.shuqiao.search.rebuild;

import org.jspecify.annotations.NullMarked;
