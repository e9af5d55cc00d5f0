package org.shuqiao.local.process;

/** Something could not be started; the message is one clear line for a person, and log lines where they help. */
public final class StartFailure extends Exception {

    private static final long serialVersionUID = 1L;

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
