package org.shuqiao.web;

import java.util.Map;
import org.shuqiao.testkit.TestServers;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives the stand a real PostgreSQL and a database of its own; one for all tests of this build. */
class ServersForWeb implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Map<String, String> SETTINGS = TestServers.settings("web");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(SETTINGS).applyTo(context);
    }
}
