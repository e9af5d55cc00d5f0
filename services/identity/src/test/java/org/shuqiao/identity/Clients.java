package org.shuqiao.identity;

/** The clients of the service under test. */
public final class Clients {
    public static final String GATEWAY_SECRET = "gateway-secret-of-the-tests-0123456789";
    public static final String PARTNER_SECRET = "partner-secret-of-the-tests-0123456789";
    public static final String REDIRECT = "http://127.0.0.1:8080/login/oauth2/code/identity";
    public static final String AFTER_LOGOUT = "http://127.0.0.1:8080/";

    private Clients() {}
}
