package org.shuqiao.gateway.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who signed in.
 *
 * @param account its id
 * @param email the address the account is known by
 * @param locale a language tag (BCP 47)
 */
public record Person(
        String account, @Nullable String email, @Nullable String locale, Tokens tokens) {}
