package org.shuqiao.search.find;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How searches are made.
 *
 * @param timeout how long Elasticsearch may take for one
 * @param help how long what helps with an empty answer may take; later the answer goes without
 */
@ConfigurationProperties("shuqiao.search.find")
record FindSettings(
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("1s") Duration help) {}
