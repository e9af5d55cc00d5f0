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

/**
 * Takes a registration and has a mail sent. Whether the address has an account is not looked up here, so neither the answer
 * nor the time it takes can tell.
 */
@Component
class RegisteringAccount {
    private final PostgresLinks links;
    private final PostgresMails mails;
    private final PostgresTries tries;
    private final PasswordHasher hasher;
    private final TransactionTemplate transaction;
    private final IdentitySettings.Links life;

    RegisteringAccount(
            PostgresLinks links,
            PostgresMails mails,
            PostgresTries tries,
            PasswordHasher hasher,
            TransactionTemplate transaction,
            IdentitySettings settings) {
        this.links = links;
        this.mails = mails;
        this.tries = tries;
        this.hasher = hasher;
        this.transaction = transaction;
        this.life = settings.links();
    }

    sealed interface Result {
        record MailComes() implements Result {}

        record Refused(PasswordFault fault) implements Result {}

        record TooOften() implements Result {}
    }

    /** @param from the network address, as it is counted */
    Result register(EmailAddress email, String password, Language language, String from) {
        var fault = PasswordPolicy.fault(password, email);
        if (fault.isPresent()) {
            return new Result.Refused(fault.get());
        }
        if (!tries.take(Limit.MAIL_PER_ADDRESS, from) || !tries.take(Limit.MAIL_PER_ACCOUNT, email.key())) {
            return new Result.TooOften();
        }
        Registration registration = new Registration(email, language, hasher.hash(password));
        SecretToken token = SecretToken.create();
        transaction.executeWithoutResult(_ -> {
            links.add(token, registration, life.confirmation());
            mails.add(new Mail(MailKind.CONFIRM, email.value(), language, token), life.confirmation());
        });
        return new Result.MailComes();
    }
}
