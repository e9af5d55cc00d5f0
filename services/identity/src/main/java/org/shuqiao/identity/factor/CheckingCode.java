package org.shuqiao.identity.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import org.shuqiao.identity.limit.Limit;
import org.shuqiao.identity.limit.PostgresTries;
import org.springframework.stereotype.Component;

/** Takes a code of the authenticator, or a recovery code, each once. */
@Component
class CheckingCode {
    /** Steps of 30 s that a clock may be off either way. */
    private static final int WINDOW = 1;

    private final PostgresTotp totp;
    private final PostgresRecoveryCodes recoveryCodes;
    private final PostgresTries tries;
    private final Clock clock;

    CheckingCode(PostgresTotp totp, PostgresRecoveryCodes recoveryCodes, PostgresTries tries, Clock clock) {
        this.totp = totp;
        this.recoveryCodes = recoveryCodes;
        this.tries = tries;
        this.clock = clock;
    }

    enum Result {
        TAKEN,
        WRONG,
        TOO_OFTEN
    }

    /** @param from the network address as it is counted */
    Result check(UUID account, String code, String from) {
        if (!tries.take(Limit.CODE_PER_ADDRESS, from) || !tries.take(Limit.CODE_PER_ACCOUNT, account.toString())) {
            return Result.TOO_OFTEN;
        }
        Optional<TotpSecret> secret = totp.confirmed(account);
        if (secret.isEmpty() || !taken(account, secret.get(), code)) {
            return Result.WRONG;
        }
        tries.forget(Limit.CODE_PER_ACCOUNT, account.toString());
        tries.giveBack(Limit.CODE_PER_ADDRESS, from);
        return Result.TAKEN;
    }

    private boolean taken(UUID account, TotpSecret secret, String code) {
        OptionalLong step = step(secret, code);
        return step.isPresent() ? totp.take(account, step.getAsLong()) : recoveryCodes.take(account, code);
    }

    /** The step that a code is of, where that is now or next to now. */
    OptionalLong step(TotpSecret secret, String code) {
        byte[] given = code.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long now = TotpSecret.step(clock.instant());
        return LongStream.rangeClosed(now - WINDOW, now + WINDOW)
                .filter(step -> MessageDigest.isEqual(secret.code(step).getBytes(StandardCharsets.UTF_8), given))
                .max();
    }
}
