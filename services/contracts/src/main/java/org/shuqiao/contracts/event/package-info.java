/** What every event that crosses a process has in common, and the list of all event types ever published. */
@NullMarked
package org.shuqiao.contracts.event;

import org.jspecify.annotations.NullMarked;
