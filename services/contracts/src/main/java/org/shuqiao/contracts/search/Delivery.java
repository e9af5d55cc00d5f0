package org.shuqiao.contracts.search;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.InvalidValue;

/**
 * When alerts are told of: at once, or in one digest a day at a local hour, 0 to 23, of an IANA time zone. In a day
 * without that hour the digest is due an hour later; in one that has it twice, at the first.
 */
public record Delivery(
        Mode mode, @Nullable String zone, @Nullable Integer hour) {
    public static final Delivery IMMEDIATELY = new Delivery(Mode.immediately, null, null);

    /** At once or daily. */
    public enum Mode {
        immediately,
        daily
    }

    public Delivery {
        Expect.present("mode", mode, "immediately or daily");
        Expect.range("hour", hour, 0, 23);
        switch (mode) {
            case immediately -> {
                if (zone != null || hour != null) {
                    throw new InvalidValue(
                            zone == null ? "hour" : "zone", "nothing where alerts come immediately", "a value");
                }
            }
            case daily -> {
                zone = Expect.line("zone", zone, 60);
                if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                    throw new InvalidValue("zone", "an IANA time zone such as Europe/Warsaw", zone);
                }
                Expect.present("hour", hour, "the local hour of the digest, 0 to 23");
            }
        }
    }
}
