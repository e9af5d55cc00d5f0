package org.shuqiao.gateway.identity;

/** What came of checking a token that came with a request. */
public sealed interface TokenCheck {

    /** @param subject an account's id, or the id of a client that acts for itself */
    record Valid(String subject) implements TokenCheck {}

    record Invalid() implements TokenCheck {}
}
