/** Where an account is signed in: shown to its owner, who can end each of it. */
@NullMarked
package org.shuqiao.identity.session;

import org.jspecify.annotations.NullMarked;
