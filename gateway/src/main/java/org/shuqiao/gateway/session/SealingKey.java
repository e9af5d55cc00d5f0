package org.shuqiao.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The AES-256 key of this gateway: from the environment, or from a file made at the first start for its owner only. */
final class SealingKey {

    private static final int BYTES = 32;

    private SealingKey() {}

    /** @param given in base64 */
    static SecretKeySpec of(@Nullable String given, @Nullable Path file) {
        if (given != null && !given.isBlank()) {
            return decode(given);
        }
        if (file == null) {
            throw new IllegalStateException(
                    "shuqiao.gateway.sessions.key or shuqiao.gateway.sessions.key-file was expected, got neither");
        }
        try {
            return decode(Files.exists(file) ? Files.readString(file) : make(file));
        } catch (IOException failed) {
            throw new UncheckedIOException("no sealing key at " + file, failed);
        }
    }

    /** Written whole beside its place and linked into it: of two that start at once one wins and both read the same. */
    private static String make(Path file) throws IOException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(
                folder,
                "key",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(written, Base64.getEncoder().encodeToString(fresh));
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException other) {
            // another start was faster; its key is read below
        } finally {
            Files.delete(written);
        }
        return Files.readString(file);
    }

    private static SecretKeySpec decode(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException malformed) {
            // without the cause, whose message shows a part of the key
            throw new IllegalStateException("the sealing key is not base64");
        }
        if (bytes.length != BYTES) {
            throw new IllegalStateException(
                    "the sealing key must have %d bytes, not %d".formatted(BYTES, bytes.length));
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
