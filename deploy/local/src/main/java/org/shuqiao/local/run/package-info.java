/**
 * {@code deploy/run}: options go in; out comes the whole system running on this machine, its addresses and one demand
 * with its short list.
 */
@NullMarked
package org.shuqiao.local.run;

import org.jspecify.annotations.NullMarked;
