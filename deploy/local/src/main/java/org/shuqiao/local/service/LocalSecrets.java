package org.shuqiao.local.service;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.shuqiao.local.process.StartFailure;

/**
 * The secrets of one data folder, each in a file of its {@code secrets} folder for its owner only, made when first asked
 * for. They go to the services by their environment. What the stored data is sealed with is among them: who forgets the
 * data forgets them too.
 *
 * @param gatewayClient what the gateway shows at the identity service
 * @param identityKey the master key of the identity service, 32 bytes in base64
 * @param gatewayKey what the gateway seals sessions with, 32 bytes in base64
 */
public record LocalSecrets(String gatewayClient, String identityKey, String gatewayKey) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws StartFailure when the folder cannot be read or made */
    public static LocalSecrets in(Path data) throws StartFailure {
        Path folder = data.resolve("secrets");
        try {
            Files.createDirectories(data);
            try {
                Files.createDirectory(folder, only("rwx------"));
            } catch (FileAlreadyExistsException there) {
                // of a run before
            }
            return new LocalSecrets(
                    secret(folder.resolve("gateway-client")),
                    secret(folder.resolve("identity-key")),
                    secret(folder.resolve("gateway-key")));
        } catch (IOException e) {
            throw new StartFailure("the secrets in " + folder + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    /** Written whole beside its place and moved, so that a kill in between leaves no half one. */
    private static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.deleteIfExists(draft);
            Files.createFile(draft, only("rw-------"));
            Files.writeString(draft, Base64.getEncoder().encodeToString(bytes));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file);
    }

    private static FileAttribute<Set<PosixFilePermission>> only(String rights) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
    }

    @Override
    public String toString() {
        return "LocalSecrets"; // never on a screen or in a log
    }
}
