package org.shuqiao.gateway.identity;

import java.time.Instant;

/**
 * What the identity service gave for one session. It never leaves this process unsealed but to a service.
 *
 * @param access what services are shown
 * @param expires when {@code access} does
 * @param refresh good for one renewal
 * @param id says at sign-out which session is meant
 */
public record Tokens(String access, Instant expires, String refresh, String id) {

    @Override
    public String toString() {
        return "Tokens[until " + expires + "]"; // never in a log
    }
}
