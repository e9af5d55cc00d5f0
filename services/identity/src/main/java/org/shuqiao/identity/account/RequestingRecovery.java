package org.shuqiao.identity.account;

import org.shuqiao.identity.IdentitySettings;
import org.shuqiao.identity.language.Language;
import org.shuqiao.identity.limit.Limit;
import org.shuqiao.identity.limit.PostgresTries;
import org.shuqiao.identity.mail.Mail;
import org.shuqiao.identity.mail.MailKind;
import org.shuqiao.identity.mail.PostgresMails;
import org.shuqiao.identity.secret.SecretToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a link sent by which a new password can be set; does the same work for addresses without an account. */
@Component
class RequestingRecovery {
    private final PostgresLinks links;
    private final PostgresMails mails;
    private final PostgresTries tries;
    private final TransactionTemplate transaction;
    private final IdentitySettings.Links life;

    RequestingRecovery(
            PostgresLinks links,
            PostgresMails mails,
            PostgresTries tries,
            TransactionTemplate transaction,
            IdentitySettings settings) {
        this.links = links;
        this.mails = mails;
        this.tries = tries;
        this.transaction = transaction;
        this.life = settings.links();
    }

    sealed interface Result {
        record MailComes() implements Result {}

        record TooOften() implements Result {}
    }

    Result request(EmailAddress email, Language language, String from) {
        if (!tries.take(Limit.MAIL_PER_ADDRESS, from) || !tries.take(Limit.MAIL_PER_ACCOUNT, email.key())) {
            return new Result.TooOften();
        }
        SecretToken token = SecretToken.create();
        transaction.executeWithoutResult(_ -> {
            links.add(token, email, life.recovery());
            mails.add(new Mail(MailKind.RECOVER, email.value(), language, token), life.recovery());
        });
        return new Result.MailComes();
    }
}
