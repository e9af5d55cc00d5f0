/** Tests of the package. */
@NullMarked
package org.shuqiao.identity.mail;

import org.jspecify.annotations.NullMarked;
