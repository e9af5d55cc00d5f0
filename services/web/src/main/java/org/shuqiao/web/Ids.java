package org.shuqiao.web;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** New ids: UUIDv7 (RFC 9562, 5.7), rising within one thread. */
public final class Ids {
    // a generator takes a lock, for which an event loop must not wait
    private static final ThreadLocal<TimeBasedEpochGenerator> GENERATOR =
            ThreadLocal.withInitial(Generators::timeBasedEpochGenerator);

    private Ids() {}

    public static UUID next() {
        return GENERATOR.get().generate();
    }
}
