package org.shuqiao.search;

import java.util.HashMap;
import java.util.Map;
import org.shuqiao.testkit.TestServers;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives the search index under test its servers and its peers. */
public final class ServersForSearch implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = new HashMap<>(TestServers.settings("search-index"));
        settings.put("shuqiao.services.profile.url", Peers.get().url());
        settings.put("shuqiao.services.listing.url", Peers.get().url());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("servers", settings));
    }
}
