package org.shuqiao.listing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class RecordSplitterTest {
    @Test
    void cutsAtLineEndsWhereverTheStreamIsCut() {
        String body = "a\n\r\n  \nbé\r\nc";
        for (int size = 1; size <= body.length() + 1; size++) {
            assertThat(lines(split(body, false, 100, size)))
                    .as("pieces of %d", size)
                    .containsExactly("1:a", "4:bé", "5:c");
        }
    }

    @Test
    void keepsALineEndInsideQuotes() {
        String body = "x,\"1\n2 \"\"q\"\"\n\",y\nz\n";
        for (int size = 1; size <= body.length(); size++) {
            assertThat(lines(split(body, true, 100, size))).containsExactly("1:x,\"1\n2 \"\"q\"\"\n\",y", "4:z");
        }
    }

    @Test
    void passesOverARecordThatIsTooLongAndGoesOn() {
        List<RawRecord> records = split("short\n" + "x".repeat(50) + "\nnext\n", false, 10, 7);

        assertThat(records).extracting(RawRecord::isTooLong).containsExactly(false, true, false);
        assertThat(records.get(1).size()).isEqualTo(50);
        assertThat(records.get(1).bytes()).isEmpty();
        assertThat(new String(records.get(2).bytes(), StandardCharsets.UTF_8)).isEqualTo("next");
    }

    @Test
    void findsNothingInAnEmptyBody() {
        assertThat(split("", false, 10, 1)).isEmpty();
    }

    private static List<String> lines(List<RawRecord> records) {
        return records.stream()
                .map(record -> record.line() + ":" + new String(record.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<RawRecord> split(String body, boolean quotes, int maxSize, int pieces) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<DataBuffer> buffers = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += pieces) {
            int to = Math.min(from + pieces, bytes.length);
            buffers.add(DefaultDataBufferFactory.sharedInstance.wrap(Arrays.copyOfRange(bytes, from, to)));
        }
        List<RawRecord> records = new RecordSplitter(quotes, maxSize)
                .split(Flux.fromIterable(buffers))
                .collectList()
                .block();
        return records == null ? List.of() : records;
    }
}
