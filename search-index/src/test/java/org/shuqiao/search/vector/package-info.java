/** Tests of vectors, with a model that the tests make. */
@NullMarked
package org.shuqiao.search.vector;

import org.jspecify.annotations.NullMarked;
