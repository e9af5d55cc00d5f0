package org.shuqiao.identity.factor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.shuqiao.identity.account.Account;
import org.shuqiao.identity.account.PostgresAccounts;
import org.shuqiao.identity.mail.Mail;
import org.shuqiao.identity.mail.MailKind;
import org.shuqiao.identity.mail.PostgresMails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Switches the second step on, once a code shows that the application has the secret, and says so by mail. */
@Component
class ConfirmingTotp {
    /** How long a mail about the second step is worth sending. */
    static final Duration NOTICE_LIFE = Duration.ofDays(3);

    private final PostgresTotp totp;
    private final PostgresRecoveryCodes recoveryCodes;
    private final CheckingCode checking;
    private final PostgresAccounts accounts;
    private final PostgresMails mails;
    private final TransactionTemplate transaction;

    ConfirmingTotp(
            PostgresTotp totp,
            PostgresRecoveryCodes recoveryCodes,
            CheckingCode checking,
            PostgresAccounts accounts,
            PostgresMails mails,
            TransactionTemplate transaction) {
        this.totp = totp;
        this.recoveryCodes = recoveryCodes;
        this.checking = checking;
        this.accounts = accounts;
        this.mails = mails;
        this.transaction = transaction;
    }

    /** The recovery codes, to be shown this once; empty where the code is wrong. */
    List<String> confirm(UUID account, String code) {
        // whoever sees the page knows the secret, so there is nothing to guess and no limit
        Optional<TotpSecret> secret = totp.offered(account);
        OptionalLong step = secret.isEmpty() ? OptionalLong.empty() : checking.step(secret.get(), code);
        if (step.isEmpty()) {
            return List.of();
        }
        List<String> codes = transaction.execute(_ -> switchOn(account, step.getAsLong()));
        return codes == null ? List.of() : codes;
    }

    private List<String> switchOn(UUID account, long step) {
        if (!totp.confirm(account, step)) {
            return List.of();
        }
        Account told = accounts.find(account).orElseThrow();
        mails.add(new Mail(MailKind.SECOND_STEP_ON, told.email(), told.language(), null), NOTICE_LIFE);
        return recoveryCodes.renew(account);
    }
}
