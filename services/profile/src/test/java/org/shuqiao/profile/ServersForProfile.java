package org.shuqiao.profile;

import java.util.Map;
import org.shuqiao.testkit.TestServers;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives the service under test the real servers, a database of its own among them; one for all tests of this build. */
class ServersForProfile implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Map<String, String> SETTINGS = TestServers.settings("profile");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(SETTINGS).applyTo(context);
    }
}
