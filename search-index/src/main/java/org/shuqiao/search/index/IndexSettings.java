package org.shuqiao.search.index;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the indices are kept.
 *
 * @param replicas copies of each shard beside the first
 * @param shards of each index
 * @param refreshAfter how long after a write it becomes searchable, at most, on top of the refresh itself
 * @param writeTimeout how long Elasticsearch may take for one bulk
 * @param readTimeout how long it may take for reads that writing needs
 * @param bulkSize most text sent in one bulk
 * @param page documents read at a time when those of an organization are rewritten
 */
@ConfigurationProperties("shuqiao.search.index")
public record IndexSettings(
        @DefaultValue("0") int replicas,
        @DefaultValue("1") int shards,
        @DefaultValue("200ms") Duration refreshAfter,
        @DefaultValue("30s") Duration writeTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("4MB") DataSize bulkSize,
        @DefaultValue("500") int page) {}
