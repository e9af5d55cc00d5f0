/** Cities and zones as they are asked for. */
@NullMarked
package org.shuqiao.profile.place;

import org.jspecify.annotations.NullMarked;
