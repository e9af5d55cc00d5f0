/** Standards and certificates in texts: in come tokens, out go their names in the form in which they are compared. */
@NullMarked
package org.shuqiao.understanding.standard;

import org.jspecify.annotations.NullMarked;
