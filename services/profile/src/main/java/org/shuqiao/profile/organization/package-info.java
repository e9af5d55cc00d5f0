/** Organizations: registered, revised and found by HTTP, told of by events; an identifier belongs to one of them only. */
@NullMarked
package org.shuqiao.profile.organization;

import org.jspecify.annotations.NullMarked;
