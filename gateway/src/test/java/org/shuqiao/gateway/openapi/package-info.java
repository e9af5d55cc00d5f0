/** The merged page, in the running gateway. */
@NullMarked
package org.shuqiao.gateway.openapi;

import org.jspecify.annotations.NullMarked;
