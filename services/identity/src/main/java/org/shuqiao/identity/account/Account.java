package org.shuqiao.identity.account;

import java.util.UUID;
import org.shuqiao.identity.language.Language;

/** An account; its address is confirmed. */
public record Account(UUID id, String email, Language language, String passwordHash) {
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
