@NullMarked
package org.shuqiao.thesaurus;

import org.jspecify.annotations.NullMarked;
