/** Identifiers whose check characters can be computed: an identifier comes in, out comes its canonical form or a refusal. */
@NullMarked
package org.shuqiao.profile.identifier;

import org.jspecify.annotations.NullMarked;
