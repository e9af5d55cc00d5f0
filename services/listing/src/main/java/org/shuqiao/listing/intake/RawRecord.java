package org.shuqiao.listing.intake;

/**
 * A record as it came, not yet decoded.
 *
 * @param line the number of the line it begins on, from 1
 * @param bytes the record without its line end; empty when it was longer than allowed
 * @param size its length in bytes, also when it was too long
 */
record RawRecord(long line, byte[] bytes, long size) {
    boolean isTooLong() {
        return size > bytes.length;
    }
}
