package org.shuqiao.search.match;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How matches are found.
 *
 * @param candidates how many the words may bring, at most
 * @param candidatesByFacts how many the shared area and classes may bring besides
 * @param words most words of a text that are searched for
 * @param timeout how long Elasticsearch may take for one request
 * @param excludedShown how many excluded ones are named
 * @param cacheFor how long a short list may be given out again
 * @param cacheTimeout how long Redis may take before the list is computed
 */
@ConfigurationProperties("shuqiao.search.match")
record MatchSettings(
        @DefaultValue("200") int candidates,
        @DefaultValue("100") int candidatesByFacts,
        @DefaultValue("150") int words,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("10") int excludedShown,
        @DefaultValue("60s") Duration cacheFor,
        @DefaultValue("100ms") Duration cacheTimeout) {}
