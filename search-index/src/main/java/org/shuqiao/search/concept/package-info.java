/** What texts are about, in concepts of the thesaurus, and how near such concepts are to each other. */
@NullMarked
package org.shuqiao.search.concept;

import org.jspecify.annotations.NullMarked;
