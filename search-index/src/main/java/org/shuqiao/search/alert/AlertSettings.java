package org.shuqiao.search.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How alerts are raised.
 *
 * @param batch how many listings are matched in one transaction, at most
 * @param unawaited how many are looked at in one transaction, at most, while there is no search at all
 * @param most how many alerts are raised in one transaction before the next listing is left to the next
 * @param pollInterval how long a listing waits at most when nobody says that it is due, and the pause after a look that found
 *     most of what it looked for not in the index yet
 * @param retryDelay the pause after a failure
 * @param timeout how long one transaction may take
 * @param patience how long a listing that does not come to the index is looked for
 * @param digestInterval how often digests that are due are looked for
 */
@ConfigurationProperties("shuqiao.search.alert")
record AlertSettings(
        @DefaultValue("50") int batch,
        @DefaultValue("500") int unawaited,
        @DefaultValue("5000") int most,
        @DefaultValue("250ms") Duration pollInterval,
        @DefaultValue("1s") Duration retryDelay,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("1d") Duration patience,
        @DefaultValue("20s") Duration digestInterval) {}
