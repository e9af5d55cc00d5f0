package org.shuqiao.web;

import io.r2dbc.spi.Readable;

/** Reads rows. */
public final class PostgresRows {
    private PostgresRows() {}

    /** The value of a column that is never null. */
    public static <T> T present(Readable row, String column, Class<T> type) {
        T value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
