package org.shuqiao.audit.chain;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads JSON Lines one by one, each of at most 64 KiB, so that memory does not grow with the file. */
final class JsonLines {
    static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private final String name;
    private long number;

    JsonLines(InputStream in, String name) {
        this.in = new BufferedInputStream(in, LONGEST);
        this.name = name;
    }

    /** The next object; null at the end. Empty lines are passed over. */
    @Nullable
    JsonNode next() throws BadInput, IOException {
        for (byte[] line = line(); line != null; line = line()) {
            if (line.length > 0) {
                return read(line);
            }
        }
        return null;
    }

    /** Refuses the line that was read last. */
    BadInput refuse(String why) {
        return new BadInput(name + ", line " + number + ": " + why);
    }

    private JsonNode read(byte[] line) throws BadInput {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            JsonNode node = Canonical.JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
            throw refuse("expected a JSON object, got " + node.getNodeType());
        } catch (CharacterCodingException e) {
            throw refuse("expected UTF-8");
        } catch (JacksonException e) {
            throw refuse("no JSON, or cut off: " + e.getOriginalMessage());
        }
    }

    private byte @Nullable [] line() throws BadInput, IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        number++;
        for (int b = in.read(); b != -1; b = in.read()) {
            if (b == '\n') {
                return trimmed(line);
            }
            if (line.size() == LONGEST) {
                throw refuse("expected at most " + LONGEST + " bytes");
            }
            line.write(b);
        }
        return line.size() == 0 ? null : trimmed(line);
    }

    private static byte[] trimmed(ByteArrayOutputStream line) {
        return line.toString(StandardCharsets.ISO_8859_1).strip().getBytes(StandardCharsets.ISO_8859_1);
    }
}
