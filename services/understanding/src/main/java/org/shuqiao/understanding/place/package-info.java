/** Countries and languages named in texts: in come tokens, out go codes of ISO 3166 and BCP 47. */
@NullMarked
package org.shuqiao.understanding.place;

import org.jspecify.annotations.NullMarked;
