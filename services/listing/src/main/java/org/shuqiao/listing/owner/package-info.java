/** Which organization owns a listing: in come the events of the profile service, out goes the id behind a reference. */
@NullMarked
package org.shuqiao.listing.owner;

import org.jspecify.annotations.NullMarked;
