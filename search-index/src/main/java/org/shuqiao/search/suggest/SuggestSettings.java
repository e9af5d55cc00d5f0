package org.shuqiao.search.suggest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How suggestions are made.
 *
 * @param timeout how long Elasticsearch may take; who types does not wait longer
 */
@ConfigurationProperties("shuqiao.search.suggest")
record SuggestSettings(@DefaultValue("1s") Duration timeout) {}
