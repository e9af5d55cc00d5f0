/**
 * Who calls: in comes a request whose token has been checked, out comes a {@link org.shuqiao.access.Caller} with its
 * memberships, and what it reaches by the rule of the endpoint.
 */
@NullMarked
package org.shuqiao.access;

import org.jspecify.annotations.NullMarked;
