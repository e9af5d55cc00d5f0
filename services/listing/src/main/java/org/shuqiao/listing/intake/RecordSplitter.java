package org.shuqiao.listing.intake;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/**
 * Cuts a stream of bytes into records at line ends (LF or CRLF); in CSV not at those inside quotes (RFC 4180, 2.6). Keeps
 * at most one record in memory, of at most {@code maxSize} bytes: a longer one is passed over and reported. Blank lines
 * are no records. One splitter serves one stream.
 */
final class RecordSplitter {
    private final boolean quotes;
    private final int maxSize;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private boolean insideQuotes;
    private boolean blank = true;
    private long size;
    private long line = 1;
    private long beginsAt = 1;

    /**
     * @param quotes whether a line end between quotes belongs to the record
     * @param maxSize in bytes
     */
    RecordSplitter(boolean quotes, int maxSize) {
        this.quotes = quotes;
        this.maxSize = maxSize;
    }

    Flux<RawRecord> split(Flux<DataBuffer> body) {
        // what arrived before a broken connection still counts
        return body.concatMapDelayError(buffer -> Flux.fromIterable(feed(buffer)), false, 1)
                .concatWith(Flux.defer(() -> Flux.fromIterable(finish())));
    }

    private List<RawRecord> feed(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            List<RawRecord> records = new ArrayList<>();
            for (int from = 0; from < bytes.length; ) {
                from = scan(bytes, from, records);
            }
            return records;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    /** Takes bytes up to and with the next line end; answers where the rest begins. */
    private int scan(byte[] bytes, int from, List<RawRecord> records) {
        int at = from;
        for (; at < bytes.length && bytes[at] != '\n'; at++) {
            byte b = bytes[at];
            blank &= b == ' ' || b == '\t' || b == '\r';
            insideQuotes ^= quotes && b == '"';
        }
        boolean lineEnd = at < bytes.length;
        boolean recordEnd = lineEnd && !insideQuotes;
        int to = lineEnd && !recordEnd ? at + 1 : at;
        keep(bytes, from, to - from);
        if (lineEnd) {
            line++;
        }
        if (recordEnd) {
            end(records);
        }
        return lineEnd ? at + 1 : at;
    }

    private void keep(byte[] bytes, int from, int length) {
        size += length;
        if (size <= maxSize) {
            record.write(bytes, from, length);
        } else {
            record.reset();
        }
    }

    private void end(List<RawRecord> records) {
        if (!blank) {
            byte[] bytes = record.toByteArray();
            int length = bytes.length;
            if (length > 0 && bytes[length - 1] == '\r') {
                bytes = Arrays.copyOf(bytes, length - 1);
                size--;
            }
            records.add(new RawRecord(beginsAt, bytes, size));
        }
        record.reset();
        size = 0;
        blank = true;
        insideQuotes = false;
        beginsAt = line;
    }

    private List<RawRecord> finish() {
        List<RawRecord> last = new ArrayList<>(1);
        if (size > 0) {
            end(last);
        }
        return last;
    }
}
