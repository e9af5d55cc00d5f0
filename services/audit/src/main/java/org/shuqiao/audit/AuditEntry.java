package org.shuqiao.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.shuqiao.audit.chain.Canonical;
import org.shuqiao.audit.chain.Digests;
import tools.jackson.databind.json.JsonMapper;

/**
 * An act in its place in the log.
 *
 * @param sequence 1, 2, 3 … without a gap
 * @param instant of the database's clock, in microseconds; never before that of the entry before
 * @param previous the hash of the entry before; {@link Digests#ofChain} for the first
 * @param hash that of all the rest, see {@link Digests}
 */
public record AuditEntry(UUID chain, long sequence, Instant instant, Act act, String previous, String hash) {
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();
    private static final JsonMapper JSON = Canonical.JSON
            .rebuild()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** What is hashed, as JSON. */
    private record Body(int format, UUID chain, long sequence, String instant, Act act, String previous) {}

    /** Canonical JSON and its hash: an entry as it is kept. */
    record Kept(String body, String hash) {
        /** The line of an export it is. */
        String line() {
            return "{\"entry\":" + body + ",\"hash\":\"" + hash + "\"}";
        }
    }

    /** The entry that comes next. */
    static Kept next(UUID chain, long sequence, Instant instant, Act act, String previous) {
        Body body = new Body(Digests.FORMAT, chain, sequence, text(instant), act, previous);
        String canonical = Canonical.of(JSON.valueToTree(body));
        return new Kept(canonical, Digests.ofEntry(canonical));
    }

    static AuditEntry of(Kept kept) {
        Body body = JSON.readValue(kept.body, Body.class);
        return new AuditEntry(
                body.chain, body.sequence, Instant.parse(body.instant), body.act, body.previous, kept.hash);
    }

    /** UTC with six digits of a second, so that the order of texts is that of instants. */
    static String text(Instant instant) {
        return MICROSECONDS.format(instant.truncatedTo(ChronoUnit.MICROS));
    }
}
