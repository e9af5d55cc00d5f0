/** The thesaurus of digital trade, and the recognition of its concepts in texts. Pure functions; no beans. */
@NullMarked
package org.shuqiao.thesaurus;

import org.jspecify.annotations.NullMarked;
