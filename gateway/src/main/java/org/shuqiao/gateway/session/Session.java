package org.shuqiao.gateway.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuqiao.gateway.identity.Tokens;

/**
 * A browser at which somebody is signed in.
 *
 * @param account its id at the identity service
 * @param email the address the account is known by
 * @param locale a language tag (BCP 47)
 * @param ends at the latest
 * @param csrf what a page of this origin has to show to change something
 */
public record Session(
        String account,
        @Nullable String email,
        @Nullable String locale,
        Instant signedIn,
        Instant ends,
        String csrf,
        Tokens tokens) {

    Session with(Tokens renewed) {
        return new Session(account, email, locale, signedIn, ends, csrf, renewed);
    }

    @Override
    public String toString() {
        return "Session[until " + ends + "]"; // never a person or a secret in a log
    }
}
