package org.shuqiao.identity.account;

import java.util.Locale;

/** Why a password is refused. */
enum PasswordFault {
    TOO_SHORT,
    TOO_LONG,
    COMMON;

    /** The key of its text. */
    String key() {
        return "password." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
