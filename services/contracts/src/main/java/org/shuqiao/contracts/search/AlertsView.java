package org.shuqiao.contracts.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of an organization's alerts, newest first: {@code unseen} is how many of all it has not seen yet. */
public record AlertsView(
        List<AlertView> items, long unseen, @Nullable String next) {}
