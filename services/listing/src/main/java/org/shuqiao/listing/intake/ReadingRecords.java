package org.shuqiao.listing.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.Problem;
import org.shuqiao.web.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the records of one body, in order, as strictly as the body of any other request; what is refused says which field
 * and why. Not thread-safe: it holds the header of a CSV body and the chain of hashes.
 */
final class ReadingRecords<C extends ListingContent> {
    private static final JsonMapper TREES = JsonMapper.shared();
    private static final int MAX_REFERENCE = 200;

    private final RecordFormat format;
    private final Class<C> contentType;
    private final StrictJson json;
    private final int maxSize;
    private @Nullable CsvColumns columns;
    private Chain chain = Chain.START;

    ReadingRecords(RecordFormat format, Class<C> contentType, StrictJson json, int maxSize) {
        this.format = format;
        this.contentType = contentType;
        this.json = json;
        this.maxSize = maxSize;
    }

    /** Whether the record is the header of a CSV body, which is taken in and not counted. */
    boolean takesAsHeader(RawRecord record) {
        if (format != RecordFormat.CSV || columns != null) {
            return false;
        }
        chain = chain.next(record);
        columns = CsvColumns.of(text(withoutMark(record.bytes())), TREES);
        return true;
    }

    ParsedRecord<C> read(RawRecord record) {
        chain = chain.next(record);
        if (record.isTooLong()) {
            return refused(record, new FieldError("", "at most " + maxSize + " bytes", record.size() + " bytes"), null);
        }
        byte[] object = record.line() == 1 ? withoutMark(record.bytes()) : record.bytes();
        try {
            if (columns != null) {
                object = TREES.writeValueAsBytes(columns.row(text(object)));
            }
            C content = json.read(object, contentType);
            if (content.reference() == null) {
                throw new InvalidValue("reference", "your own id for it, so that sending it again is harmless", null);
            }
            return ParsedRecord.accepted(record, chain, content);
        } catch (Problem e) {
            return refused(record, e.errors().getFirst(), object);
        } catch (InvalidValue e) {
            return refused(record, FieldError.of("", e), object);
        }
    }

    private ParsedRecord<C> refused(RawRecord record, FieldError error, byte @Nullable [] object) {
        return ParsedRecord.refused(record, chain, object == null ? null : reference(object), error);
    }

    /** The owner's own id in an object that was refused, if it can be made out. */
    private static @Nullable String reference(byte[] object) {
        try {
            JsonNode tree = TREES.readTree(object);
            JsonNode reference = tree.isObject() ? tree.get("reference") : null;
            if (reference == null || !reference.isString()) {
                return null;
            }
            String value = reference.stringValue().replace("\0", "");
            return value.length() <= MAX_REFERENCE ? value : value.substring(0, MAX_REFERENCE);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static byte[] withoutMark(byte[] bytes) {
        boolean mark =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return mark ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidValue("", "text in UTF-8", "other bytes");
        }
    }
}
