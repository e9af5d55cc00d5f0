package org.shuqiao.contracts.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Text;

/** An offer that would have been a candidate but does not meet a must-have of the demand, and which. */
public record ExcludedView(
        UUID offerId,
        UUID demandId,
        UUID providerId,
        @Nullable Text providerName,
        Text title,
        List<ReasonView> unmet) {}
