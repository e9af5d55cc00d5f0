package org.shuqiao.search.thesaurus;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process learns what was added to the thesaurus.
 *
 * @param feedTimeout how long listing may take for a page
 * @param retryDelay the pause before listing is asked again
 * @param page how many additions are asked for at a time, 1 to 1000
 */
@ConfigurationProperties("shuqiao.search.thesaurus")
record ThesaurusSettings(
        @DefaultValue("5s") Duration feedTimeout,
        @DefaultValue("1s") Duration retryDelay,
        @DefaultValue("100") int page) {}
