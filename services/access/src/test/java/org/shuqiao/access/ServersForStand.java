package org.shuqiao.access;

import java.util.Map;
import org.shuqiao.testkit.TestIssuer;
import org.shuqiao.testkit.TestServers;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives the stand the real servers and a real issuer of tokens; one for all tests of this build. */
public class ServersForStand implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** By whose tokens the stand knows its callers. */
    public static final TestIssuer ISSUER = TestIssuer.start();

    private static final Map<String, String> SETTINGS = TestServers.settings("access");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(SETTINGS)
                .and("spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri())
                .applyTo(context);
    }
}
