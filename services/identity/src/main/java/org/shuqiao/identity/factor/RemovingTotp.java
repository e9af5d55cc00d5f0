package org.shuqiao.identity.factor;

import java.util.UUID;
import org.shuqiao.identity.account.Account;
import org.shuqiao.identity.account.EmailAddress;
import org.shuqiao.identity.account.PasswordHasher;
import org.shuqiao.identity.account.PostgresAccounts;
import org.shuqiao.identity.limit.Limit;
import org.shuqiao.identity.limit.PostgresTries;
import org.shuqiao.identity.mail.Mail;
import org.shuqiao.identity.mail.MailKind;
import org.shuqiao.identity.mail.PostgresMails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Switches the second step off, for whoever has the password and a code, and says so by mail. */
@Component
class RemovingTotp {
    private final PostgresAccounts accounts;
    private final PasswordHasher hasher;
    private final PostgresTries tries;
    private final CheckingCode checking;
    private final PostgresTotp totp;
    private final PostgresMails mails;
    private final TransactionTemplate transaction;

    RemovingTotp(
            PostgresAccounts accounts,
            PasswordHasher hasher,
            PostgresTries tries,
            CheckingCode checking,
            PostgresTotp totp,
            PostgresMails mails,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.tries = tries;
        this.checking = checking;
        this.totp = totp;
        this.mails = mails;
        this.transaction = transaction;
    }

    /** {@code WRONG} does not say which of both is. */
    CheckingCode.Result remove(UUID id, String password, String code, String from) {
        Account account = accounts.find(id).orElseThrow();
        String subject = EmailAddress.parse(account.email()).orElseThrow().key();
        if (!tries.take(Limit.SIGN_IN_PER_ACCOUNT, subject)) {
            return CheckingCode.Result.TOO_OFTEN;
        }
        if (!hasher.matches(password, account.passwordHash())) {
            return CheckingCode.Result.WRONG;
        }
        tries.giveBack(Limit.SIGN_IN_PER_ACCOUNT, subject);
        CheckingCode.Result result = checking.check(id, code, from);
        if (result == CheckingCode.Result.TAKEN) {
            transaction.executeWithoutResult(_ -> switchOff(account));
        }
        return result;
    }

    private void switchOff(Account account) {
        totp.remove(account.id());
        Mail told = new Mail(MailKind.SECOND_STEP_OFF, account.email(), account.language(), null);
        mails.add(told, ConfirmingTotp.NOTICE_LIFE);
    }
}
