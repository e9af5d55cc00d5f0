/** The view of the memberships a service keeps in its own database: in come the events of the profile service. */
@NullMarked
package org.shuqiao.access.member;

import org.jspecify.annotations.NullMarked;
