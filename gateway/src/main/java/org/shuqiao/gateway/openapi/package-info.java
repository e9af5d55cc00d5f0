/** The one OpenAPI 3.1 page: the documents of the services come in, one document of what is reachable through this door goes out, and a page to read it. */
@NullMarked
package org.shuqiao.gateway.openapi;

import org.jspecify.annotations.NullMarked;
