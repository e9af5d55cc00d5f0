package org.shuqiao.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqiao.local.process.StartFailure;

class LocalSecretsTest {

    @TempDir
    Path data;

    @Test
    void areMadeOnceForTheirOwnerOnly() throws StartFailure, IOException {
        LocalSecrets made = LocalSecrets.in(data.resolve("a"));

        assertThat(LocalSecrets.in(data.resolve("a"))).isEqualTo(made);
        assertThat(LocalSecrets.in(data.resolve("b"))).isNotEqualTo(made);
        Path folder = data.resolve("a/secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(3);
            for (Path file : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void areThreeDifferentOnesOf32BytesAndNotShown() throws StartFailure {
        LocalSecrets made = LocalSecrets.in(data);

        List<String> all = List.of(made.gatewayClient(), made.identityKey(), made.gatewayKey());
        assertThat(all)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        secret -> assertThat(Base64.getDecoder().decode(secret)).hasSize(32));
        assertThat(made.toString()).doesNotContain(all);
    }
}
