@NullMarked
package org.shuqiao.access.member;

import org.jspecify.annotations.NullMarked;
