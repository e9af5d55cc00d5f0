/** What the local run's parts share: where its files lie and how it tells what it is doing. */
@NullMarked
package org.shuqiao.local;

import org.jspecify.annotations.NullMarked;
