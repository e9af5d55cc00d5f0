/** Texts as words that can be compared, phrases looked for in them, and the files in which a language's words stand. */
@NullMarked
package org.shuqiao.understanding.word;

import org.jspecify.annotations.NullMarked;
