@NullMarked
package org.shuqiao.search.concept;

import org.jspecify.annotations.NullMarked;
