@NullMarked
package org.shuqiao.listing.thesaurus;

import org.jspecify.annotations.NullMarked;
