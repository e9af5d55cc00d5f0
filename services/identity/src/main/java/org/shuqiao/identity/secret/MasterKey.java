package org.shuqiao.identity.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The key that all other secrets are kept with: 32 bytes from the environment, or from a file made at the first start. */
public final class MasterKey {
    /** The bytes of a key. */
    static final int LENGTH = 32;

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalStateException("the master key must have " + LENGTH + " bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    /**
     * The key given, else the one in the file, which is made where it is missing, readable by its owner only.
     *
     * @param given in base64
     */
    public static MasterKey of(@Nullable String given, @Nullable Path file) {
        if (given != null && !given.isBlank()) {
            return decode(given);
        }
        if (file == null) {
            throw new IllegalStateException("neither shuqiao.identity.key nor shuqiao.identity.key-file is set");
        }
        try {
            return decode(Files.exists(file) ? Files.readString(file) : make(file));
        } catch (IOException e) {
            throw new UncheckedIOException("no master key at " + file, e);
        }
    }

    /** Written whole beside its place and linked into it, so that of two that start at once one wins and both read the same. */
    private static String make(Path file) throws IOException {
        byte[] fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder);
        }
        Path written = Files.createTempFile(
                folder,
                "key",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(written, Base64.getEncoder().encodeToString(fresh));
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException e) {
            // another start was faster; its key is read below
        } finally {
            Files.delete(written);
        }
        return Files.readString(file);
    }

    private static MasterKey decode(String base64) {
        try {
            return new MasterKey(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            // without the cause, whose message shows a part of the key
            throw new IllegalStateException("the master key is not base64");
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
