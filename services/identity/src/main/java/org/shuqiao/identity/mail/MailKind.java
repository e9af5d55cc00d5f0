package org.shuqiao.identity.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a mail says. */
public enum MailKind {
    /** Confirm the address to have the account. */
    CONFIRM("/register/confirm"),
    /** Somebody registered with the address of an account. */
    ACCOUNT_EXISTS("/recover"),
    /** A new password can be set. */
    RECOVER("/recover/reset"),
    /** The password was changed. */
    PASSWORD_CHANGED("/recover"),
    /** Signing in asks for a code from now on. */
    SECOND_STEP_ON("/recover"),
    /** Signing in asks for no code any more. */
    SECOND_STEP_OFF("/recover");

    private final String page;

    MailKind(String page) {
        this.page = page;
    }

    /** Where its link leads. */
    String page() {
        return page;
    }

    /** The prefix of its texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String query(@Nullable String token) {
        return token == null ? "" : "?token=" + token;
    }
}
