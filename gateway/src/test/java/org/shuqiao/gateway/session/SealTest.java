package org.shuqiao.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opens, and what does not. */
class SealTest {

    private record Kept(String text) {}

    private final Seal seal = new Seal(new SecretKeySpec(new byte[32], "AES"));

    @Test
    void opensWhereItWasSealed() {
        String sealed = seal.seal(new Kept("数桥"), "here");

        assertThat(seal.open(sealed, "here", Kept.class)).contains(new Kept("数桥"));
        assertThat(seal.seal(new Kept("数桥"), "here")).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingElse() {
        String sealed = seal.seal(new Kept("数桥"), "here");
        byte[] changed = Base64.getUrlDecoder().decode(sealed);
        changed[changed.length - 1] ^= 1;
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;

        assertThat(seal.open(sealed, "there", Kept.class)).isEmpty();
        assertThat(seal.open(Base64.getUrlEncoder().encodeToString(changed), "here", Kept.class))
                .isEmpty();
        assertThat(new Seal(new SecretKeySpec(otherKey, "AES")).open(sealed, "here", Kept.class))
                .isEmpty();
        for (String nonsense : new String[] {"", "AAAA", "not base64!", "A".repeat(100)}) {
            assertThat(seal.open(nonsense, "here", Kept.class)).isEmpty();
        }
    }

    @Test
    void opensNoValueOfAnotherShape() {
        assertThat(seal.open(seal.seal(new int[] {1}, "here"), "here", Kept.class))
                .isEmpty();
    }

    @Test
    void makesAKeyForItsOwnerOnlyAndReadsItAgain(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep/gateway.key");

        SecretKeySpec made = SealingKey.of(null, file);

        assertThat(SealingKey.of(null, file)).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        assertThat(SealingKey.of(null, folder.resolve("other.key"))).isNotEqualTo(made);
        assertThat(SealingKey.of(Base64.getEncoder().encodeToString(new byte[32]), file))
                .isNotEqualTo(made);
    }

    @Test
    void refusesAKeyThatIsNoneWithoutShowingIt() {
        for (String key : Set.of("c2VjcmV0", "secret!secret!")) {
            assertThatThrownBy(() -> SealingKey.of(key, null))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining(key)
                    .hasNoCause();
        }
        assertThatThrownBy(() -> SealingKey.of(" ", null)).hasMessageContaining("key-file");
    }
}
