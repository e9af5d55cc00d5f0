package org.shuqiao.search.frozen;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How short lists are frozen.
 *
 * @param most how many one demand may have
 */
@ConfigurationProperties("shuqiao.search.frozen")
record FrozenSettings(@DefaultValue("100") int most) {}
