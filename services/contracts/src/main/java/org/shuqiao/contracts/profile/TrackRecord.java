package org.shuqiao.contracts.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.Money;

/** Something an organization delivered: to whom, when, for how much, what. */
public record TrackRecord(
        @Nullable String buyer,
        @Nullable LocalDate date,
        @Nullable Money amount,
        String title) {
    public TrackRecord {
        buyer = Expect.optionalLine("buyer", buyer, 300);
        title = Expect.line("title", title, 1_000);
    }
}
