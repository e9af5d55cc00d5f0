package org.shuqiao.search.exchange;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where exchange rates come from.
 *
 * @param file of reference rates as the European Central Bank publishes them; without one nothing is converted
 * @param reread how often the file is looked at again
 */
@ConfigurationProperties("shuqiao.search.exchange")
record ExchangeSettings(
        @Nullable Path file, @DefaultValue("10m") Duration reread) {}
