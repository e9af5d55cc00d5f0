package org.shuqiao.messaging;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** What happens when a record cannot be handled: an outage is waited out, anything else tried a few times. */
final class Retrying {
    private static final Logger log = LoggerFactory.getLogger(Retrying.class);

    private Retrying() {}

    static CommonErrorHandler handler(DeadLetters deadLetters, MessagingSettings settings) {
        ExponentialBackOff attempts =
                new ExponentialBackOff(settings.retryDelay().toMillis(), 2);
        attempts.setMaxAttempts(settings.attempts() - 1L);
        BackOff outage = new FixedBackOff(settings.outageDelay().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS);
        DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters.recoverer(), attempts);
        handler.setBackOffFunction((record, error) -> Outage.isOutage(error) ? outage : attempts);
        // else a malformed event that failed as an outage first would inherit the endless attempts
        handler.setResetStateOnExceptionChange(true);
        handler.setClassifications(Map.of(), true);
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setRetryListeners((record, error, attempt) -> log.warn(
                "Event {}-{}@{} not handled, attempt {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                attempt,
                error == null ? "unknown" : NestedExceptionUtils.getMostSpecificCause(error)));
        return handler;
    }
}
