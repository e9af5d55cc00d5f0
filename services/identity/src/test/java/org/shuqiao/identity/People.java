package org.shuqiao.identity;

import java.util.Map;
import java.util.UUID;

/** People of tests: each has an address of its own. */
public final class People {
    public static final String PASSWORD = "river lantern copper seven";

    private People() {}

    public static String newEmail() {
        return "p" + UUID.randomUUID().toString().replace("-", "") + "@example.org";
    }

    /** Somebody with an account. */
    public static String registered(Browser browser) {
        String email = newEmail();
        browser.submit("/register", Map.of("email", email, "password", PASSWORD));
        String token = Mailbox.token(Mailbox.to(email, 1).getFirst());
        browser.submit("/register/confirm?token=" + token, Map.of("token", token, "password", PASSWORD));
        return email;
    }

    /** Somebody who is signed in. */
    public static String signedIn(Browser browser) {
        String email = registered(browser);
        signIn(browser, email);
        return email;
    }

    public static void signIn(Browser browser, String email) {
        var answer = browser.submit("/sign-in", Map.of("email", email, "password", PASSWORD));
        if (Browser.location(answer).contains("sign-in")) {
            throw new AssertionError("not signed in: " + Browser.location(answer));
        }
    }
}
