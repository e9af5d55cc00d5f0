/** The thesaurus of digital trade, read: in comes what was added to it, out go concepts as JSON and all of it as SKOS. */
@NullMarked
package org.shuqiao.listing.thesaurus;

import org.jspecify.annotations.NullMarked;
