/** What a caller sees of the manners of a service, over real HTTP and a real PostgreSQL. */
@NullMarked
package org.shuqiao.web;

import org.jspecify.annotations.NullMarked;
