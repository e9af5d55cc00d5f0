package org.shuqiao.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {
    private static final byte[] SECRET = "the secret".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void opensWhatItSealedForTheSameThingOnly() {
        Sealer sealer = new Sealer(MasterKey.of(null, folder.resolve("key")));
        byte[] sealed = sealer.seal(SECRET, "mail 1");
        assertThat(sealer.open(sealed, "mail 1")).isEqualTo(SECRET);
        assertThat(sealer.seal(SECRET, "mail 1")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> sealer.open(sealed, "mail 2")).hasMessageContaining("mail 2");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> sealer.open(sealed, "mail 1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void marksTheSameTheSameAndOnlyWithTheSameKey() {
        Sealer one = new Sealer(MasterKey.of(null, folder.resolve("one")));
        Sealer same = new Sealer(MasterKey.of(null, folder.resolve("one")));
        Sealer other = new Sealer(MasterKey.of(null, folder.resolve("other")));
        assertThat(one.fingerprint("anna@example.org"))
                .isEqualTo(same.fingerprint("anna@example.org"))
                .isNotEqualTo(other.fingerprint("anna@example.org"))
                .isNotEqualTo(one.fingerprint("boris@example.org"));
    }

    @Test
    void makesAKeyFileForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("deep/identity.key");
        MasterKey.of(null, file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(Files.readString(file))).hasSize(32);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void makesOneKeyWhereTwoStartAtOnce() throws Exception {
        Path file = folder.resolve("shared.key");
        Callable<byte[]> start = () -> MasterKey.of(null, file).bytes();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<byte[]>> keys = threads.invokeAll(List.of(start, start, start, start));
            for (Future<byte[]> key : keys) {
                assertThat(key.get()).isEqualTo(keys.getFirst().get());
            }
        }
    }

    @Test
    void refusesWhatIsNoKeyWithoutShowingIt() {
        assertThatThrownBy(() -> MasterKey.of("c2hvcnQ=", null)).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> MasterKey.of("not*base64", null))
                .hasMessageContaining("base64")
                .hasMessageNotContaining("not*base64")
                .hasNoCause();
        assertThatThrownBy(() -> MasterKey.of(null, null)).hasMessageContaining("key-file");
    }
}
