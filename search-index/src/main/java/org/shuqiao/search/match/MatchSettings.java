package org.shuqiao.search.match;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How matches are found.
 *
 * @param candidates how many shared words, classes and areas may bring, at most
 * @param others how many any other may be judged where those bring too few
 * @param words most words of a text that are searched for
 * @param timeout how long Elasticsearch may take for one request
 * @param excludedShown how many excluded ones are named
 * @param factsKept how much memory decoded facts of each kind may take
 * @param wordsKept how much memory the words may take that tell concepts in texts
 * @param cacheFor how long a short list may be given out again
 * @param cacheTimeout how long Redis may take before the list is computed
 */
@ConfigurationProperties("shuqiao.search.match")
record MatchSettings(
        @DefaultValue("200") int candidates,
        @DefaultValue("100") int others,
        @DefaultValue("150") int words,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("10") int excludedShown,
        @DefaultValue("64MB") DataSize factsKept,
        @DefaultValue("32MB") DataSize wordsKept,
        @DefaultValue("60s") Duration cacheFor,
        @DefaultValue("100ms") Duration cacheTimeout) {}
