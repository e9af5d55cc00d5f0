package org.shuqiao.identity.factor;

import java.util.UUID;
import org.shuqiao.identity.account.Account;
import org.shuqiao.identity.account.EmailAddress;
import org.shuqiao.identity.account.PasswordHasher;
import org.shuqiao.identity.account.PostgresAccounts;
import org.shuqiao.identity.limit.Limit;
import org.shuqiao.identity.limit.PostgresTries;
import org.springframework.stereotype.Component;

/** Switches the second step off, for whoever has the password and a code. */
@Component
class RemovingTotp {
    private final PostgresAccounts accounts;
    private final PasswordHasher hasher;
    private final PostgresTries tries;
    private final CheckingCode checking;
    private final PostgresTotp totp;

    RemovingTotp(
            PostgresAccounts accounts,
            PasswordHasher hasher,
            PostgresTries tries,
            CheckingCode checking,
            PostgresTotp totp) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.tries = tries;
        this.checking = checking;
        this.totp = totp;
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
            totp.remove(id);
        }
        return result;
    }
}
