package org.shuqiao.identity.account;

import java.time.Duration;
import java.util.Optional;
import org.shuqiao.identity.limit.Limit;
import org.shuqiao.identity.limit.PostgresTries;
import org.shuqiao.identity.mail.Mail;
import org.shuqiao.identity.mail.MailKind;
import org.shuqiao.identity.mail.PostgresMails;
import org.shuqiao.identity.secret.SecretToken;
import org.shuqiao.identity.session.EndingSessions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets a new password by a link, signs the account out everywhere, and says so by mail. */
@Component
class ResettingPassword {
    private static final Duration NOTICE_LIFE = Duration.ofDays(3);

    private final PostgresLinks links;
    private final PostgresAccounts accounts;
    private final PostgresMails mails;
    private final PostgresTries tries;
    private final PasswordHasher hasher;
    private final EndingSessions sessions;
    private final TransactionTemplate transaction;

    ResettingPassword(
            PostgresLinks links,
            PostgresAccounts accounts,
            PostgresMails mails,
            PostgresTries tries,
            PasswordHasher hasher,
            EndingSessions sessions,
            TransactionTemplate transaction) {
        this.links = links;
        this.accounts = accounts;
        this.mails = mails;
        this.tries = tries;
        this.hasher = hasher;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    sealed interface Result {
        record Changed() implements Result {}

        record Refused(PasswordFault fault) implements Result {}

        record LinkVoid() implements Result {}

        record TooOften() implements Result {}
    }

    Result reset(SecretToken token, String password, String from) {
        if (!tries.take(Limit.LINK_PER_ADDRESS, from)) {
            return new Result.TooOften();
        }
        Optional<Account> account = links.recovery(token).flatMap(accounts::find);
        if (account.isEmpty()) {
            return new Result.LinkVoid();
        }
        EmailAddress email = EmailAddress.parse(account.get().email()).orElseThrow();
        Optional<PasswordFault> fault = PasswordPolicy.fault(password, email);
        if (fault.isPresent()) {
            return new Result.Refused(fault.get());
        }
        String hash = hasher.hash(password);
        boolean changed = Boolean.TRUE.equals(transaction.execute(_ -> change(token, account.get(), email, hash)));
        return changed ? new Result.Changed() : new Result.LinkVoid();
    }

    private boolean change(SecretToken token, Account account, EmailAddress email, String hash) {
        if (!links.takeRecovery(token)) {
            return false;
        }
        links.removeRecoveries(email);
        accounts.changePassword(account.id(), hash);
        sessions.endAll(account.id());
        tries.forget(Limit.SIGN_IN_PER_ACCOUNT, email.key());
        mails.add(new Mail(MailKind.PASSWORD_CHANGED, account.email(), account.language(), null), NOTICE_LIFE);
        return true;
    }
}
