/** Members: accounts that act for an organization with rights in it, by HTTP; told of by events, known to every request. */
@NullMarked
package org.shuqiao.profile.member;

import org.jspecify.annotations.NullMarked;
