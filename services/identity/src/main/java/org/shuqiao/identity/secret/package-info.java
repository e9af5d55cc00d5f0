/** What keeps secrets: the master key, sealing, and tokens that are sent by mail. */
@NullMarked
package org.shuqiao.identity.secret;

import org.jspecify.annotations.NullMarked;
