package org.shuqiao.identity.mail;

import org.jspecify.annotations.Nullable;
import org.shuqiao.identity.language.Language;
import org.shuqiao.identity.secret.SecretToken;

/**
 * A mail to be sent.
 *
 * @param recipient the e-mail address as it was written
 * @param token what its link carries; null for a link without one
 */
public record Mail(
        MailKind kind,
        String recipient,
        Language language,
        @Nullable SecretToken token) {
    /** The same to the same, with another message and no token. */
    public Mail instead(MailKind other) {
        return new Mail(other, recipient, language, null);
    }

    @Override
    public String toString() {
        return "Mail[" + kind + "]";
    }
}
