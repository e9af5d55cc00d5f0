/** What was published stays readable: schemas and golden samples of every event type. */
@NullMarked
package org.shuqiao.contracts.event;

import org.jspecify.annotations.NullMarked;
