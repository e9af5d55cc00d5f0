/** Organizations, cities and zones as they cross a process: views, events, the interface of the profile service. */
@NullMarked
package org.shuqiao.contracts.profile;

import org.jspecify.annotations.NullMarked;
