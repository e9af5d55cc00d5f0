package org.shuqiao.identity.limit;

import java.util.function.Function;
import org.shuqiao.identity.IdentitySettings.Limits;
import org.shuqiao.identity.IdentitySettings.Rate;

/** What is limited. */
public enum Limit {
    SIGN_IN_PER_ACCOUNT(Limits::signInPerAccount),
    SIGN_IN_PER_ADDRESS(Limits::signInPerAddress),
    MAIL_PER_ACCOUNT(Limits::mailPerAccount),
    MAIL_PER_ADDRESS(Limits::mailPerAddress),
    LINK_PER_ADDRESS(Limits::linkPerAddress),
    CODE_PER_ACCOUNT(Limits::codePerAccount),
    CODE_PER_ADDRESS(Limits::codePerAddress);

    private final Function<Limits, Rate> rate;

    Limit(Function<Limits, Rate> rate) {
        this.rate = rate;
    }

    Rate rate(Limits limits) {
        return rate.apply(limits);
    }
}
