package org.shuqiao.identity.mail;

import org.jspecify.annotations.Nullable;

/**
 * Decides, when a mail is about to be sent, what it says. Whether there is an account is looked up here and not in the
 * request, which therefore does the same work either way.
 */
public interface LastLook {
    /** The mail to send, or null for none. Runs in the transaction that takes the mail from the queue. */
    @Nullable
    Mail beforeSending(Mail mail);
}
