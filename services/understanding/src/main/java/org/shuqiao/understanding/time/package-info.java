/** Dates and lengths of time in texts: in come tokens, out go days of the ISO calendar and ISO 8601 durations. */
@NullMarked
package org.shuqiao.understanding.time;

import org.jspecify.annotations.NullMarked;
