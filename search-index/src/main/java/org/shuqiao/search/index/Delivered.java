package org.shuqiao.search.index;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.profile.TrackRecord;

/** A delivered work as a reader is told of it. */
public record Delivered(
        String title, @Nullable String buyer, @Nullable LocalDate date) {
    static List<Delivered> of(List<TrackRecord> record) {
        return record.stream()
                .map(one -> new Delivered(one.title(), one.buyer(), one.date()))
                .toList();
    }
}
