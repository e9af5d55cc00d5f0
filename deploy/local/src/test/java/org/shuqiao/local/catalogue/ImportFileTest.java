package org.shuqiao.local.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFileTest {

    @TempDir
    Path dir;

    private final Peer peer = new Peer();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path file = Path.of("");

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(dir.resolve("mine.jsonl"), "{\"reference\":\"d-1\"}\n");
    }

    @AfterEach
    void stop() {
        peer.close();
    }

    private int run(String... args) {
        return ImportFile.run(
                List.of(args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Peer.QUICK);
    }

    private int importFile() {
        return run("demands", file.toString(), "--gateway", peer.address().toString());
    }

    @Test
    void endsWithZeroWhereEveryLineWasTaken() {
        peer.on("POST /api/demands/imports", 200, "{\"id\":\"i\",\"created\":1,\"refused\":0}");

        assertThat(importFile()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("demands: 1 created, 0 revised, 0 unchanged, 0 refused");
    }

    @Test
    void endsWithOneWhereALineWasRefused() {
        peer.on("POST /api/demands/imports", 200, "{\"id\":\"i\",\"created\":0,\"refused\":1}");
        peer.on("GET /api/imports/i/report", 200, "{\"line\":1,\"reference\":\"d-1\",\"detail\":\"no buyer\"}\n");

        assertThat(importFile()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("refused line 1 (d-1): no buyer");
    }

    @Test
    void endsWithTwoWhereTheImportFailed() {
        peer.on("POST /api/demands/imports", 400, "{\"title\":\"Not valid\"}");

        assertThat(importFile()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("refused: 400 Not valid");
    }

    @Test
    void endsWithTwoAndOneLineForAWrongCall() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("organizations", file.toString())).isEqualTo(2);
        assertThat(run("offers", dir.resolve("none.jsonl").toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
    }
}
