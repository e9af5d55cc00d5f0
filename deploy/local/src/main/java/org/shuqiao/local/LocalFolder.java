package org.shuqiao.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a clone keeps its servers and their data.
 *
 * <p>For root {@code /var/lib/shuqiao/<12 hex digits of the clone's path>}, because the servers that refuse root run as
 * {@code nobody} and cannot enter root's home; for others {@code <clone>/.local}.
 */
public record LocalFolder(Path path) {

    private static final Path FOR_ROOT = Path.of("/var/lib/shuqiao");

    /** {@code root}: the clone's top folder. */
    public static LocalFolder of(Path root) {
        try {
            Path clone = root.toRealPath();
            return new LocalFolder(isRoot() ? FOR_ROOT.resolve(hash(clone.toString())) : clone.resolve(".local"));
        } catch (IOException e) {
            throw new IllegalArgumentException("no such folder: " + root, e);
        }
    }

    /** The servers' programs, unpacked; shared by all runs of the clone. */
    public Path programs() {
        return path.resolve("programs");
    }

    /** The data of {@code deploy/run}. */
    public Path data() {
        return path.resolve("data");
    }

    /** True when this JVM runs as root, whom Elasticsearch and PostgreSQL refuse. */
    public static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
