/** Accounts: registration with a confirmed address, and recovery; forms come in, rows and mails go out. */
@NullMarked
package org.shuqiao.identity.account;

import org.jspecify.annotations.NullMarked;
