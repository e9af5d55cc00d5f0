package org.shuqiao.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service speaks and listens.
 *
 * @param group the consumer group and the CloudEvents {@code source}; the service's name
 * @param partitions partitions of a topic when it is created, 1 to 200
 * @param attempts how often an event is tried before it is dead-lettered, at least 1
 * @param retryDelay before the second attempt; doubles with each further one
 * @param outageDelay between attempts while something the consumer needs is down
 * @param handlingTimeout how long the handling of one batch may take before it counts as an outage
 * @param inboxRetention how long handled events are remembered, longer than Kafka keeps them
 */
@ConfigurationProperties("shuqiao.messaging")
public record MessagingSettings(
        String group,
        @DefaultValue("12") int partitions,
        @DefaultValue("5") int attempts,
        @DefaultValue("100ms") Duration retryDelay,
        @DefaultValue("1s") Duration outageDelay,
        @DefaultValue("60s") Duration handlingTimeout,
        @DefaultValue("8d") Duration inboxRetention,
        @DefaultValue Relay relay) {

    /**
     * How the relay works.
     *
     * @param enabled whether this process runs one; another process of the service may do it instead
     * @param pollInterval the longest time a row waits when the nudge after its commit was lost
     * @param batch most rows published in one transaction
     * @param workers lanes published at once by this process, 1 to 16
     * @param sendTimeout how long Kafka may take to acknowledge a batch
     * @param retryDelay the pause after a failure
     */
    public record Relay(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("250ms") Duration pollInterval,
            @DefaultValue("1000") int batch,
            @DefaultValue("2") int workers,
            @DefaultValue("20s") Duration sendTimeout,
            @DefaultValue("500ms") Duration retryDelay) {}
}
