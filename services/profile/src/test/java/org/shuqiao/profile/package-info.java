/** The profile service over real HTTP, PostgreSQL and Kafka. */
@NullMarked
package org.shuqiao.profile;

import org.jspecify.annotations.NullMarked;
