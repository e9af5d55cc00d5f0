/** Identifiers by the examples their givers publish. */
@NullMarked
package org.shuqiao.profile.identifier;

import org.jspecify.annotations.NullMarked;
