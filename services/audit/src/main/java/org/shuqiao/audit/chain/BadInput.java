package org.shuqiao.audit.chain;

/** What was given to the verifier cannot be read; the message is one line for the person who gave it. */
public final class BadInput extends Exception {
    public BadInput(String message) {
        super(message.lines().findFirst().orElse("") + (message.lines().count() > 1 ? " …" : ""));
    }
}
