package org.shuqiao.identity.account;

import java.util.Optional;
import org.shuqiao.identity.limit.Limit;
import org.shuqiao.identity.limit.PostgresTries;
import org.shuqiao.identity.secret.SecretToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the account of a registration, for whoever has both the mail and the password. Else somebody could register with
 * another's address and wait for the other to click.
 */
@Component
class ConfirmingRegistration {
    private final PostgresLinks links;
    private final PostgresAccounts accounts;
    private final PostgresTries tries;
    private final PasswordHasher hasher;
    private final TransactionTemplate transaction;

    ConfirmingRegistration(
            PostgresLinks links,
            PostgresAccounts accounts,
            PostgresTries tries,
            PasswordHasher hasher,
            TransactionTemplate transaction) {
        this.links = links;
        this.accounts = accounts;
        this.tries = tries;
        this.hasher = hasher;
        this.transaction = transaction;
    }

    sealed interface Result {
        record Confirmed() implements Result {}

        record WrongPassword() implements Result {}

        record LinkVoid() implements Result {}

        record TooOften() implements Result {}
    }

    Result confirm(SecretToken token, String password, String from) {
        if (!tries.take(Limit.LINK_PER_ADDRESS, from)) {
            return new Result.TooOften();
        }
        Optional<Registration> registration = links.registration(token);
        if (registration.isEmpty() || !links.tryRegistration(token)) {
            return new Result.LinkVoid();
        }
        if (!hasher.matches(password, registration.get().passwordHash())) {
            return new Result.WrongPassword();
        }
        boolean added = Boolean.TRUE.equals(transaction.execute(_ -> add(token, registration.get())));
        return added ? new Result.Confirmed() : new Result.LinkVoid();
    }

    private boolean add(SecretToken token, Registration registration) {
        boolean added = links.takeRegistration(token) && accounts.add(registration);
        links.removeRegistrations(registration.email());
        return added;
    }
}
