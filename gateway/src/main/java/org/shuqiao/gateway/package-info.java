/** The one door to Shuqiao: a public request comes in, is checked, counted and sent to the service that answers it. */
@NullMarked
package org.shuqiao.gateway;

import org.jspecify.annotations.NullMarked;
