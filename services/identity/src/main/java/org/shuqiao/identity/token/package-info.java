/** OpenID Connect: clients, authorizations and their refresh tokens, and the keys that sign. */
@NullMarked
package org.shuqiao.identity.token;

import org.jspecify.annotations.NullMarked;
