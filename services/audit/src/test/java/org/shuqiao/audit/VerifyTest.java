package org.shuqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.audit.chain.CheckpointKey;
import org.shuqiao.audit.chain.Digests;

class VerifyTest {
    private static final int COUNT = 9;

    @TempDir
    Path folder;

    private final CheckpointKey key = Keys.any();
    private final WrittenLog log = new WrittenLog(UUID.randomUUID(), COUNT, "a");
    private final List<String> lines = log.export(1);
    private String said = "";

    @Test
    void holds() throws IOException {
        assertThat(verify()).isEqualTo(Verify.HOLDS);
        assertThat(said).isEqualTo("holds: entries 1 to 9, last hash " + hash(COUNT) + ", no checkpoint");
    }

    @Test
    void holdsWithTheCheckpointsInItAndThoseKeptElsewhere() throws IOException {
        lines.add(5, checkpoint(4));
        assertThat(verify("--checkpoint", kept(checkpoint(2), checkpoint(COUNT)), "--key", publicKey(key)))
                .isEqualTo(Verify.HOLDS);
        assertThat(said).endsWith(", checkpoints: 3 to entry 9, signed");
        assertThat(verify("--checkpoint", kept(checkpoint(2)))).isEqualTo(Verify.HOLDS);
        assertThat(said).endsWith(", checkpoints: 2 to entry 4, signatures not checked");
    }

    @Test
    void holdsWhenItIsWrittenOtherwise() throws IOException {
        lines.replaceAll(line -> line.replace("{", "{ ").replace(",", " ,\t"));
        assertThat(verify()).isEqualTo(Verify.HOLDS);
    }

    @Test
    void holdsWithoutEntries() throws IOException {
        UUID chain = UUID.randomUUID();
        String hash = Digests.ofChain(chain);
        lines.clear();
        lines.add("{\"export\":{\"chain\":\"%s\",\"format\":1,\"from\":1,\"hash\":\"%s\",\"previous\":\"%s\",\"to\":0}}"
                .formatted(chain, hash, hash));
        assertThat(verify()).isEqualTo(Verify.HOLDS);
        assertThat(said).startsWith("holds: entries 1 to 0");
    }

    @Test
    void findsEveryChangeOfEveryEntry() throws IOException {
        for (int n = 1; n <= COUNT; n++) {
            for (String[] change : List.of(
                    new String[] {"\"changed\"", "\"created\""},
                    new String[] {Acts.OFFICER, Acts.OFFICE},
                    new String[] {"\"salt\":\"a\"", "\"salt\":\"b\""},
                    new String[] {"T00:00:0", "T01:00:0"},
                    new String[] {"\"outcome\":\"done\"", "\"outcome\":\"done\",\"more\":null"},
                    new String[] {"\"sequence\":" + n, "\"sequence\":" + (n + 20)},
                    new String[] {"\"previous\":\"", "\"previous\":\"0"},
                    new String[] {"\"hash\":\"", "\"hash\":\"0"})) {
                String line = lines.get(n);
                lines.set(n, line.replace(change[0], change[1]));
                assertThat(lines.get(n)).isNotEqualTo(line);
                assertThat(verify()).isEqualTo(Verify.FAILS);
                assertThat(said).startsWith("changed: entry " + n + ":");
                lines.set(n, line);
            }
        }
    }

    @Test
    void findsWhatIsMissing() throws IOException {
        lines.subList(4, 6).clear();
        assertThat(verify()).isEqualTo(Verify.FAILS);
        assertThat(said).startsWith("removed: entry 4: all to 5 are missing");
    }

    @Test
    void findsWhatIsInAnotherOrder() throws IOException {
        for (int n = 1; n < COUNT; n++) {
            Collections.swap(lines, n, n + 1);
            assertThat(verify()).isEqualTo(Verify.FAILS);
            assertThat(said).startsWith("reordered: entry " + n + ":");
            Collections.swap(lines, n, n + 1);
        }
        lines.add(2, lines.removeLast());
        verify();
        assertThat(said).startsWith("reordered: entry 2: it stands after entry 9");
    }

    @Test
    void findsWhatWasPutIn() throws IOException {
        lines.add(7, lines.get(3));
        verify();
        assertThat(said).startsWith("inserted: entry 3:");

        lines.set(7, new WrittenLog(UUID.randomUUID(), COUNT, "a").export(1).get(7));
        verify();
        assertThat(said).startsWith("inserted: entry 7: it belongs to another chain");
    }

    @Test
    void findsAnEntryThatWasMadeAnewWithItsHash() throws IOException {
        lines.set(5, new WrittenLog(log.chain, COUNT, "b").export(1).get(5));
        assertThat(verify()).isEqualTo(Verify.FAILS);
        assertThat(said).startsWith("relinked: entry 5:");
    }

    @Test
    void findsThatTheEndIsMissing() throws IOException {
        lines.subList(7, 10).clear();
        assertThat(verify()).isEqualTo(Verify.FAILS);
        assertThat(said).startsWith("truncated: entry 7:");
    }

    @Test
    void findsAnEndThatWasCutOffWithCareByAnEarlierCheckpoint() throws IOException {
        List<String> shorter = new WrittenLog(log.chain, 6, "a").export(1);
        String earlier = kept(checkpoint(8));
        lines.clear();
        lines.addAll(shorter);
        assertThat(verify()).isEqualTo(Verify.HOLDS);
        assertThat(verify("--checkpoint", earlier, "--key", publicKey(key))).isEqualTo(Verify.FAILS);
        assertThat(said).startsWith("truncated: entry 7: a checkpoint knows entries to 8");
        lines.add(checkpoint(8));
        assertThat(verify()).isEqualTo(Verify.FAILS);
        assertThat(said).startsWith("truncated: entry 7:");
    }

    @Test
    void findsAChainThatWasWrittenAnewByAnEarlierCheckpoint() throws IOException {
        String earlier = kept(checkpoint(3), checkpoint(8));
        lines.clear();
        lines.addAll(new WrittenLog(log.chain, COUNT, "b").export(1));
        assertThat(verify()).isEqualTo(Verify.HOLDS);
        assertThat(verify("--checkpoint", earlier)).isEqualTo(Verify.FAILS);
        assertThat(said).startsWith("rewritten: entry 1:");

        // the same up to entry 5
        lines.clear();
        lines.addAll(log.export(1));
        WrittenLog other = new WrittenLog(log.chain, 5, "a");
        other.entries.add(AuditEntry.next(
                log.chain,
                6,
                WrittenLog.BEGUN,
                Acts.read(),
                other.entries.getLast().hash()));
        lines.clear();
        lines.addAll(other.export(1));
        assertThat(verify("--checkpoint", kept(checkpoint(3), checkpoint(6)))).isEqualTo(Verify.FAILS);
        assertThat(said).startsWith("rewritten: entry 4: the chain holds, but its entry 6");
    }

    @Test
    void findsAnotherChainInItsPlace() throws IOException {
        lines.clear();
        lines.addAll(new WrittenLog(UUID.randomUUID(), COUNT, "a").export(1));
        assertThat(verify("--checkpoint", kept(checkpoint(3)))).isEqualTo(Verify.FAILS);
        assertThat(said).startsWith("rewritten: entry 1: the export is of chain");
    }

    @Test
    void findsACheckpointThatAnotherKeySignedOrNobody() throws IOException {
        CheckpointKey other = Keys.any();
        lines.add(5, log.checkpoint(other, 4).line());
        assertThat(verify("--key", publicKey(key))).isEqualTo(Verify.FAILS);
        assertThat(said).startsWith("unsigned: entry 4:");
        assertThat(verify("--key", publicKey(key, other))).isEqualTo(Verify.HOLDS);

        lines.set(5, checkpoint(4).replace("T00:00:04", "T00:00:05"));
        assertThat(verify("--key", publicKey(key))).isEqualTo(Verify.FAILS);
        assertThat(said).startsWith("unsigned: entry 4:");

        lines.remove(5);
        assertThat(verify(
                        "--key",
                        publicKey(key),
                        "--checkpoint",
                        kept(log.checkpoint(other, 4).line())))
                .isEqualTo(Verify.FAILS);
        assertThat(said).startsWith("unsigned: entry 4:");
    }

    @Test
    void findsACheckpointInAnotherPlace() throws IOException {
        lines.add(7, checkpoint(4));
        verify();
        assertThat(said).startsWith("reordered: entry 4:");
        lines.remove(7);
        lines.add(3, checkpoint(4));
        verify();
        assertThat(said).startsWith("reordered: entry 4:");
    }

    @Test
    void readsAPartAndComparesWhatItCan() throws IOException {
        lines.clear();
        lines.addAll(log.export(5));
        assertThat(verify("--checkpoint", kept(checkpoint(2), checkpoint(4), checkpoint(7))))
                .isEqualTo(Verify.HOLDS);
        assertThat(said).startsWith("holds: entries 5 to 9").contains("checkpoints: 2 to entry 7");
        assertThat(verify("--checkpoint", kept(checkpoint(2)))).isEqualTo(Verify.UNREADABLE);
        assertThat(said).contains("cannot be compared");
        lines.set(0, lines.getFirst().replace("\"previous\":\"", "\"previous\":\"0"));
        assertThat(verify("--checkpoint", kept(checkpoint(4)))).isEqualTo(Verify.FAILS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "no JSON",
                "[]",
                "7",
                "{\"export\":{}}",
                "{\"export\":{\"format\":2}}",
                "{\"export\":{\"format\":1,\"chain\":\"x\"}}",
                "{\"a\":1,\"a\":2}",
                "\u0000"
            })
    void saysInOneLineWhatItCannotRead(String text) throws IOException {
        assertThat(verify(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "-"))
                .isEqualTo(Verify.UNREADABLE);
        assertThat(said.lines()).hasSize(1);
        assertThat(said).startsWith("standard input, line ");
    }

    @Test
    void saysWhichLineIsCutOffOrOfAnotherKind() throws IOException {
        String third = lines.get(3);
        for (String wrong : List.of(
                third.substring(0, third.length() / 2),
                "{\"entry\":{}}",
                "{}",
                third + third,
                "{\"checkpoint\":{},\"signature\":\"\"}",
                "{\"checkpoint\":7,\"signature\":\"\"}",
                checkpoint(3).replace("\"format\":1", "\"format\":2"),
                checkpoint(3).replace("\"format\":1", "\"format\":1,\"more\":1"))) {
            lines.set(3, wrong);
            assertThat(verify()).as(wrong).isEqualTo(Verify.UNREADABLE);
            assertThat(said.lines()).hasSize(1);
            assertThat(said).contains("line 4: ").endsWith("; what comes before holds to entry 2");
        }
    }

    @Test
    void namesAFaultBeforeWhatItCannotRead() throws IOException {
        lines.set(5, lines.get(5).replace("changed", "created"));
        lines.set(6, "{");
        assertThat(verify()).isEqualTo(Verify.FAILS);
        assertThat(said).startsWith("changed: entry 5:");
    }

    @Test
    void doesNotTakeALineOfAnyLengthIntoMemory() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '{';
            }
        };
        assertThat(verify(endless, "-")).isEqualTo(Verify.UNREADABLE);
        assertThat(said).contains("at most 65536 bytes");
    }

    @Test
    void saysInOneLineHowItIsUsedOrWhichFileIsNotThere() throws IOException {
        for (String[] arguments : List.of(
                new String[] {},
                new String[] {"a", "b"},
                new String[] {"a", "--key"},
                new String[] {"a", "--what", "b"},
                new String[] {"--checkpoint", "a"})) {
            assertThat(verify(InputStream.nullInputStream(), arguments)).isEqualTo(Verify.UNREADABLE);
            assertThat(said).isEqualTo("usage: Verify FILE [--checkpoint FILE]... [--key FILE]");
        }
        String missing = folder.resolve("missing").toString();
        assertThat(verify(InputStream.nullInputStream(), missing)).isEqualTo(Verify.UNREADABLE);
        assertThat(said).isEqualTo("no such file: " + missing);
        assertThat(verify(InputStream.nullInputStream(), folder.toString())).isEqualTo(Verify.UNREADABLE);
        assertThat(said.lines()).hasSize(1);
        Path noKey = Files.writeString(folder.resolve("no-key"), "secret");
        assertThat(verify("--key", noKey.toString())).isEqualTo(Verify.UNREADABLE);
        assertThat(said).contains("PUBLIC KEY").doesNotContain("secret");
        assertThat(verify("--checkpoint", noKey.toString())).isEqualTo(Verify.UNREADABLE);
        assertThat(said.lines()).hasSize(1);
    }

    private int verify(String... options) throws IOException {
        Path export = Files.write(folder.resolve("export.jsonl"), lines);
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addFirst(export.toString());
        return verify(InputStream.nullInputStream(), arguments.toArray(String[]::new));
    }

    private int verify(InputStream in, String... arguments) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            int code = Verify.run(arguments, in, print, print);
            said = out.toString(StandardCharsets.UTF_8).stripTrailing();
            return code;
        }
    }

    private String hash(int sequence) {
        return log.entries.get(sequence - 1).hash();
    }

    private String checkpoint(int sequence) {
        return log.checkpoint(key, sequence).line();
    }

    private String kept(String... checkpoints) throws IOException {
        return Files.write(folder.resolve("kept.jsonl"), List.of(checkpoints)).toString();
    }

    private String publicKey(CheckpointKey... keys) throws IOException {
        StringBuilder pem = new StringBuilder();
        for (CheckpointKey each : keys) {
            pem.append(each.publicPem());
        }
        return Files.writeString(folder.resolve("key.pem"), pem).toString();
    }
}
