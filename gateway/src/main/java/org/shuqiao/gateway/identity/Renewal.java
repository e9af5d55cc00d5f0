package org.shuqiao.gateway.identity;

/** What came of asking for new tokens. */
public sealed interface Renewal {

    record Renewed(Tokens tokens) implements Renewal {}

    /** The identity service has ended what the tokens came from, or they had been used before. */
    record Ended() implements Renewal {}
}
