package org.shuqiao.search.vector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A model of a few words in the formats of real ones, written by hand: an ONNX graph that takes each token's row of a table,
 * and a tokenizer of whole words in lower case. Words it does not know have a row of zeros.
 */
public final class TinyModel {
    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int INT64 = 7;
    private static final int FLOAT = 1;

    private final Path file;
    private final Path tokenizer;

    private TinyModel(Path file, Path tokenizer) {
        this.file = file;
        this.tokenizer = tokenizer;
    }

    /** One whose output is a vector for each token. */
    public static TinyModel ofTokens(Path folder, Map<String, float[]> words) throws IOException {
        return write(folder, words, false);
    }

    /** One that makes the mean of a text's tokens itself. */
    static TinyModel ofTexts(Path folder, Map<String, float[]> words) throws IOException {
        return write(folder, words, true);
    }

    public Path file() {
        return file;
    }

    public Path tokenizer() {
        return tokenizer;
    }

    private static TinyModel write(Path folder, Map<String, float[]> words, boolean mean) throws IOException {
        int dimensions = words.values().iterator().next().length;
        List<String> vocabulary = new ArrayList<>(List.of("[PAD]", "[UNK]"));
        vocabulary.addAll(words.keySet());
        StringBuilder entries = new StringBuilder();
        ByteBuffer table = ByteBuffer.allocate(Float.BYTES * vocabulary.size() * dimensions)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < vocabulary.size(); i++) {
            entries.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(vocabulary.get(i))
                    .append("\":")
                    .append(i);
            for (float value : words.getOrDefault(vocabulary.get(i), new float[dimensions])) {
                table.putFloat(value);
            }
        }
        String json = """
                {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":{"type":"Lowercase"},
                "pre_tokenizer":{"type":"Whitespace"},"post_processor":null,"decoder":null,
                "model":{"type":"WordLevel","unk_token":"[UNK]","vocab":{%s}}}""".formatted(entries);
        byte[] model = model(vocabulary.size(), dimensions, table.array(), mean);
        return new TinyModel(
                Files.write(folder.resolve("tiny.onnx"), model),
                Files.writeString(folder.resolve("tokenizer.json"), json));
    }

    /** A ModelProto; the numbers are those of the fields in onnx.proto. */
    private static byte[] model(int rows, int dimensions, byte[] table, boolean mean) {
        Message weights = new Message()
                .number(1, rows)
                .number(1, dimensions)
                .number(2, FLOAT)
                .text(8, "table")
                .bytes(9, table);
        Message gather = new Message()
                .text(1, "table")
                .text(1, "input_ids")
                .text(2, "last_hidden_state")
                .text(4, "Gather");
        Message graph = new Message().message(1, gather);
        if (mean) {
            Message axes = new Message().text(1, "axes").number(8, 1).number(20, 7);
            Message keep = new Message().text(1, "keepdims").number(3, 0).number(20, 2);
            graph.message(
                    1,
                    new Message()
                            .text(1, "last_hidden_state")
                            .text(2, "sentence_embedding")
                            .text(4, "ReduceMean")
                            .message(5, axes)
                            .message(5, keep));
        }
        graph.text(2, "tiny")
                .message(5, weights)
                .message(11, value("input_ids", INT64, "batch", "tokens"))
                .message(11, value("attention_mask", INT64, "batch", "tokens"))
                .message(12, value("last_hidden_state", FLOAT, "batch", "tokens", "dimensions"));
        if (mean) {
            graph.message(12, value("sentence_embedding", FLOAT, "batch", "dimensions"));
        }
        Message opset = new Message().number(2, 13);
        return new Message().number(1, 8).message(7, graph).message(8, opset).toBytes();
    }

    private static Message value(String name, int type, String... dimensions) {
        Message shape = new Message();
        for (String dimension : dimensions) {
            shape.message(1, new Message().text(2, dimension));
        }
        Message tensor = new Message().number(1, type).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** A message of protocol buffers. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3 | VARINT);
            varint(value);
            return this;
        }

        Message bytes(int field, byte[] value) {
            varint((long) field << 3 | BYTES);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.toBytes());
        }

        byte[] toBytes() {
            return out.toByteArray();
        }

        private void varint(long value) {
            long rest = value;
            while (rest > 127) {
                out.write((int) (rest & 127 | 128));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
