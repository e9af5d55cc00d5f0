/** What the log keeps, on a real PostgreSQL, and what is found when somebody meddles with it. */
@NullMarked
package org.shuqiao.audit;

import org.jspecify.annotations.NullMarked;
