package org.shuqiao.listing.intake;

import org.springframework.http.MediaType;

/** The formats a body of records can have. */
enum RecordFormat {
    /** One JSON object a line ({@code application/x-ndjson}, also called JSON Lines). */
    JSON_LINES,
    /** RFC 4180 with a header line ({@code text/csv}). */
    CSV;

    static final String NDJSON_VALUE = "application/x-ndjson";
    static final String JSONL_VALUE = "application/jsonl";
    static final String CSV_VALUE = "text/csv";

    static RecordFormat of(MediaType type) {
        return type.isCompatibleWith(MediaType.valueOf(CSV_VALUE)) ? CSV : JSON_LINES;
    }
}
