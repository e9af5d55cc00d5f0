package org.shuqiao.local.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The body of an import: bytes that can be read again from their beginning, as often as a connection breaks, and that
 * are never held in memory as a whole.
 *
 * @param contentType {@code application/x-ndjson} or {@code text/csv}
 * @param opening opens the bytes from the beginning
 */
record Lines(String contentType, Supplier<InputStream> opening) {

    private static final String JSON_LINES = "application/x-ndjson";

    static Lines of(Path file) {
        String type = file.toString().endsWith(".csv") ? "text/csv;charset=UTF-8" : JSON_LINES;
        return new Lines(type, () -> {
            try {
                return Files.newInputStream(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static Lines of(Supplier<Stream<? extends JsonNode>> documents) {
        return new Lines(JSON_LINES, () -> new DocumentStream(documents.get()));
    }

    InputStream open() {
        return opening.get();
    }

    /** SHA-256 of the bytes in 64 hexadecimal digits; reads them once. */
    String digest() {
        try (InputStream in = open()) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** Writes one document after the other, each on its line, holding only the one being read. */
    private static final class DocumentStream extends InputStream {

        private final Stream<? extends JsonNode> documents;
        private final Iterator<? extends JsonNode> next;
        private byte[] line = new byte[0];
        private int at;

        DocumentStream(Stream<? extends JsonNode> documents) {
            this.documents = documents;
            this.next = documents.iterator();
        }

        @Override
        public int read() {
            return fill() ? line[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int n = Math.min(length, line.length - at);
            System.arraycopy(line, at, target, offset, n);
            at += n;
            return n;
        }

        private boolean fill() {
            if (at < line.length) {
                return true;
            }
            if (!next.hasNext()) {
                return false;
            }
            line = (next.next().toString() + "\n").getBytes(StandardCharsets.UTF_8);
            at = 0;
            return true;
        }

        @Override
        public void close() {
            documents.close();
        }
    }
}
