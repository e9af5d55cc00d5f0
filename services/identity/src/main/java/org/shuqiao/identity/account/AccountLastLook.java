package org.shuqiao.identity.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuqiao.identity.mail.LastLook;
import org.shuqiao.identity.mail.Mail;
import org.shuqiao.identity.mail.MailKind;
import org.springframework.stereotype.Component;

/** What is said to an address depends on whether it has an account, and to an account it is said in its own language. */
@Component
class AccountLastLook implements LastLook {
    private final PostgresAccounts accounts;
    private final PostgresLinks links;

    AccountLastLook(PostgresAccounts accounts, PostgresLinks links) {
        this.accounts = accounts;
        this.links = links;
    }

    @Override
    public @Nullable Mail beforeSending(Mail mail) {
        EmailAddress email = EmailAddress.parse(mail.recipient()).orElseThrow();
        Optional<Account> account = accounts.find(email);
        Mail own = account.map(known -> new Mail(mail.kind(), known.email(), known.language(), mail.token()))
                .orElse(mail);
        return switch (mail.kind()) {
            case CONFIRM -> {
                if (account.isEmpty()) {
                    yield mail;
                }
                links.removeRegistrations(email);
                yield own.instead(MailKind.ACCOUNT_EXISTS);
            }
            case RECOVER -> {
                if (account.isPresent()) {
                    yield own;
                }
                links.removeRecoveries(email);
                yield null;
            }
            case ACCOUNT_EXISTS, PASSWORD_CHANGED, SECOND_STEP_ON, SECOND_STEP_OFF -> own;
        };
    }
}
