package org.shuqiao.search.evaluate;

import java.util.Map;
import java.util.UUID;
import org.shuqiao.search.SearchIndexApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application for a command: without its web server and its listeners, in a namespace of its own. */
public final class CommandContext {
    private CommandContext() {}

    /** Starts it; whoever does closes it. */
    public static ConfigurableApplicationContext start(String command) {
        return new SpringApplicationBuilder(SearchIndexApplication.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.config.name", "search-index",
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn",
                        "spring.kafka.admin.auto-create", "false",
                        "spring.flyway.enabled", "false",
                        "shuqiao.messaging.relay.enabled", "false",
                        "shuqiao.search.listen", "false",
                        "shuqiao.search.rebuild.on-start", "false",
                        "shuqiao.namespace", command + "-" + UUID.randomUUID() + "-"))
                .run();
    }
}
