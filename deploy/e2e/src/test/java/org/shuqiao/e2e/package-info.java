/**
 * Journeys and faults of the whole system: built jars and requests to the gateway go in, what a caller sees and what is
 * stored afterwards comes out.
 */
@NullMarked
package org.shuqiao.e2e;

import org.jspecify.annotations.NullMarked;
