/** Places: in comes a country, perhaps with a city, out come the time zones it may be in. */
@NullMarked
package org.shuqiao.search.place;

import org.jspecify.annotations.NullMarked;
