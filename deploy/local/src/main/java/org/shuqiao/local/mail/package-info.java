/**
 * A mail server for one machine: mails of the services come in by SMTP and are shown on a page of the loopback; none goes
 * out.
 */
@NullMarked
package org.shuqiao.local.mail;

import org.jspecify.annotations.NullMarked;
