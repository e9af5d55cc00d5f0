@NullMarked
package org.shuqiao.profile.access;

import org.jspecify.annotations.NullMarked;
