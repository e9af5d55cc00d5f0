package org.shuqiao.gateway.edge;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Version 00 of the {@code traceparent} field, W3C Trace Context section 3.2.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param parentId 16 lower-case hexadecimal digits, not all zero
 * @param flags two hexadecimal digits
 */
record TraceParent(String traceId, String parentId, String flags) {

    private static final Pattern WIRE = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** The one the client sent if it is valid and the only one, else a new one that is not sampled. */
    static TraceParent of(List<String> values) {
        if (values.size() == 1 && WIRE.matcher(values.getFirst()).matches()) {
            String value = values.getFirst();
            return new TraceParent(value.substring(3, 35), value.substring(36, 52), value.substring(53));
        }
        return new TraceParent(random(16), random(8), "00");
    }

    String value() {
        return "00-" + traceId + "-" + parentId + "-" + flags;
    }

    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        id[0] |= 1; // never all zero
        return HexFormat.of().formatHex(id);
    }
}
