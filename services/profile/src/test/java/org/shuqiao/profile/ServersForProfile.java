package org.shuqiao.profile;

import java.util.Map;
import java.util.UUID;
import org.shuqiao.testkit.TestIssuer;
import org.shuqiao.testkit.TestServers;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives the service under test the real servers, a database of its own among them, and a real issuer of tokens; one for all
 * tests of this build.
 */
public class ServersForProfile implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** By whose tokens callers are known. */
    public static final TestIssuer ISSUER = TestIssuer.start();

    /** The account that the settings name as an operator. */
    public static final UUID OPERATOR = UUID.randomUUID();

    /** How many invitations of an organization may wait. */
    public static final int MOST_INVITATIONS = 5;

    private static final Map<String, String> SETTINGS = TestServers.settings("profile");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(SETTINGS)
                .and(
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri(),
                        "shuqiao.access.operators=" + OPERATOR + ",operating-client",
                        "shuqiao.profile.invitations.most=" + MOST_INVITATIONS)
                .applyTo(context);
    }
}
