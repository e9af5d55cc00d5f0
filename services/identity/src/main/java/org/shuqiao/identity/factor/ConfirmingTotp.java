package org.shuqiao.identity.factor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Switches the second step on, once a code shows that the application has the secret. */
@Component
class ConfirmingTotp {
    private final PostgresTotp totp;
    private final PostgresRecoveryCodes recoveryCodes;
    private final CheckingCode checking;
    private final TransactionTemplate transaction;

    ConfirmingTotp(
            PostgresTotp totp,
            PostgresRecoveryCodes recoveryCodes,
            CheckingCode checking,
            TransactionTemplate transaction) {
        this.totp = totp;
        this.recoveryCodes = recoveryCodes;
        this.checking = checking;
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
        List<String> codes = transaction.execute(
                _ -> totp.confirm(account, step.getAsLong()) ? recoveryCodes.renew(account) : List.<String>of());
        return codes == null ? List.of() : codes;
    }
}
