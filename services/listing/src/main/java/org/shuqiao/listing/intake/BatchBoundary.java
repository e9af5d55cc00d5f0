package org.shuqiao.listing.intake;

import java.util.function.Predicate;

/** Where a batch of records ends: after so many records or so many bytes. One boundary serves one stream. */
final class BatchBoundary implements Predicate<RawRecord> {
    private final int mostRecords;
    private final long mostBytes;
    private int records;
    private long bytes;

    BatchBoundary(int mostRecords, long mostBytes) {
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
    }

    @Override
    public boolean test(RawRecord record) {
        records++;
        bytes += record.bytes().length;
        if (records < mostRecords && bytes < mostBytes) {
            return false;
        }
        records = 0;
        bytes = 0;
        return true;
    }
}
