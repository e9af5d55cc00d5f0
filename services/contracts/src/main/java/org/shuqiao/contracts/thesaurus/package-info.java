/** The thesaurus of digital trade as others see it, and how it is extended: views, proposals, its event. */
@NullMarked
package org.shuqiao.contracts.thesaurus;

import org.jspecify.annotations.NullMarked;
