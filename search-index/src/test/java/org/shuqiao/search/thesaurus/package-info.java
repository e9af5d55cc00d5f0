/** Tests of the same package. */
@NullMarked
package org.shuqiao.search.thesaurus;

import org.jspecify.annotations.NullMarked;
