package org.shuqiao.search.index;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where commands to Redis begin: Spring Data connects on the thread of the command that finds no connection, blocking. */
public final class RedisConnecting {
    public static final Scheduler THREADS = Schedulers.boundedElastic();

    private RedisConnecting() {}
}
