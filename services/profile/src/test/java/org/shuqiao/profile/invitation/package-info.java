@NullMarked
package org.shuqiao.profile.invitation;

import org.jspecify.annotations.NullMarked;
