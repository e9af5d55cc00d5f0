/** Organizations as their owners, importers and the index meet them. */
@NullMarked
package org.shuqiao.profile.organization;

import org.jspecify.annotations.NullMarked;
