/** How often something may be tried: one number in PostgreSQL per kind and subject, shared by all instances. */
@NullMarked
package org.shuqiao.identity.limit;

import org.jspecify.annotations.NullMarked;
