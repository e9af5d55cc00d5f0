@NullMarked
package org.shuqiao.profile.member;

import org.jspecify.annotations.NullMarked;
