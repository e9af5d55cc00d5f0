package org.shuqiao.gateway.quota;

import java.time.Duration;

/** What came of asking for one permit. */
sealed interface QuotaAnswer {

    /**
     * @param remaining permits that can be spent at once from now, 0 or more
     * @param full until the whole quota has grown back
     */
    record Granted(long remaining, Duration full) implements QuotaAnswer {}

    /** @param next until the next permit, longer than nothing */
    record Exhausted(Duration next) implements QuotaAnswer {}
}
