/** Mails by SMTP, in the language of the account: queued in PostgreSQL with the change that causes them, sent apart from the request. */
@NullMarked
package org.shuqiao.identity.mail;

import org.jspecify.annotations.NullMarked;
