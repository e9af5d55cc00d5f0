package org.shuqiao.contracts.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shuqiao.contracts.value.Expect;

/**
 * The alerts of an organization's daily searches that were in no digest before and are not seen.
 *
 * @param day the local date on which it was due, at {@code hour} of {@code zone}
 * @param count how many alerts it has; {@code alerts} are the newest of them, at most 100
 */
public record DigestView(
        UUID id, UUID ownerId, LocalDate day, String zone, int hour, long count, List<AlertView> alerts) {
    public DigestView {
        alerts = Expect.list("alerts", alerts);
    }
}
