package org.shuqiao.listing;

import java.util.HashMap;
import java.util.Map;
import org.shuqiao.testkit.TestServers;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives the service under test its servers and its peer. */
public final class ServersForListing implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = new HashMap<>(TestServers.settings("listing"));
        settings.put("shuqiao.services.profile.url", ProfilePeer.get().url());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("servers", settings));
    }
}
