package org.shuqiao.local.server;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.shuqiao.local.Folders;
import org.shuqiao.local.LocalFolder;
import org.shuqiao.local.process.StartFailure;

/**
 * The servers' programs: fetched by the build into {@code deploy/local}, unpacked once per version.
 *
 * <p>A program appears under its name only when it is complete, and two runs that unpack at the same time wait for one
 * another.
 */
final class Programs {

    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final Path root;
    private final Path unpacked;

    Programs(Path root) {
        this.root = root;
        this.unpacked = LocalFolder.of(root).programs();
    }

    @FunctionalInterface
    private interface Fill {
        void into(Path folder) throws IOException, StartFailure;
    }

    /** Elasticsearch's home, with the analysis plugin in it. */
    Path elasticsearch() throws StartFailure, IOException {
        Path zip = built("deploy/local/target/servers/elasticsearch.zip");
        Path plugin = built("deploy/local/analysis-plugin/target/plugin");
        List<Path> pluginFiles = filesOf(plugin);
        String version =
                fingerprint(Stream.concat(Stream.of(zip), pluginFiles.stream()).toList());
        return once("elasticsearch-" + version, folder -> {
            unzip(zip, folder);
            Path target = Files.createDirectories(folder.resolve("plugins/bare-server-analysis"));
            for (Path file : pluginFiles) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        });
    }

    /** The broker's class path. */
    String kafkaClassPath() throws StartFailure {
        return built("deploy/local/kafka/target/lib") + File.separator + "*";
    }

    /** PostgreSQL's home: {@code bin/initdb}, {@code bin/postgres}. */
    Path postgres() throws StartFailure, IOException {
        Path jar = built("deploy/local/target/servers/postgres.jar");
        return once("postgres-" + fingerprint(List.of(jar)), folder -> {
            try (ZipFile zip = open(jar)) {
                ZipArchiveEntry archive = only(zip, ".txz");
                try (InputStream in = zip.getInputStream(archive)) {
                    untar(in, folder);
                }
            }
        });
    }

    /** The Redis server's program file. */
    Path redis() throws StartFailure, IOException {
        Path jar = built("deploy/local/target/servers/redis.jar");
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String platform = system + "-" + (processor.equals("aarch64") ? "arm64" : "amd64");
        return once("redis-" + fingerprint(List.of(jar)), folder -> {
                    try (ZipFile zip = open(jar)) {
                        ZipArchiveEntry program = only(zip, platform);
                        Path file = folder.resolve("redis-server");
                        try (InputStream in = zip.getInputStream(program)) {
                            Files.copy(in, file);
                        }
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                })
                .resolve("redis-server");
    }

    private Path built(String path) throws StartFailure {
        Path file = root.resolve(path);
        if (!Files.exists(file)) {
            throw new StartFailure(file + " is missing: build it with mvn -pl deploy/local -am package");
        }
        return file;
    }

    private Path once(String name, Fill fill) throws StartFailure, IOException {
        Path folder = unpacked.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        IN_THIS_PROCESS.lock();
        try {
            Files.createDirectories(unpacked);
            try (FileChannel channel = FileChannel.open(
                            unpacked.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(folder)) {
                    Path draft = unpacked.resolve(name + ".draft");
                    Folders.delete(draft);
                    Files.createDirectories(draft);
                    fill.into(draft);
                    Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } finally {
            IN_THIS_PROCESS.unlock();
        }
        return folder;
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Eight hex digits of the files' names and contents; large archives count by size and first and last bytes. */
    private static String fingerprint(List<Path> files) throws IOException {
        CRC32 sum = new CRC32();
        for (Path file : files) {
            sum.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            sum.update(Long.toString(Files.size(file)).getBytes(StandardCharsets.UTF_8));
            // a zip's directory, with the checksum of every entry, is at its end
            try (FileChannel channel = FileChannel.open(file)) {
                ByteBuffer end = ByteBuffer.allocate(65_536);
                channel.position(Math.max(0, channel.size() - end.capacity()));
                while (end.hasRemaining() && channel.read(end) >= 0) {
                    // reads on until the end
                }
                sum.update(end.flip());
            }
        }
        return "%08x".formatted(sum.getValue());
    }

    private static ZipFile open(Path zip) throws IOException {
        return ZipFile.builder().setPath(zip).get();
    }

    private static ZipArchiveEntry only(ZipFile zip, String end) throws StartFailure {
        Enumeration<ZipArchiveEntry> entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            ZipArchiveEntry entry = entries.nextElement();
            if (entry.getName().endsWith(end)) {
                return entry;
            }
        }
        throw new StartFailure("there is no server program for this platform (" + end + ")");
    }

    /** Unpacks without the archive's single top folder. */
    private static void unzip(Path file, Path folder) throws IOException {
        try (ZipFile zip = open(file)) {
            Enumeration<ZipArchiveEntry> entries = zip.getEntries();
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                int top = entry.getName().indexOf('/');
                Path target = inside(folder, entry.getName().substring(top + 1));
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                    Files.setPosixFilePermissions(target, permissions(entry.getUnixMode()));
                }
            }
        }
    }

    private static void untar(InputStream compressed, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(compressed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = inside(folder, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(target, inside(folder, entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                }
            }
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("archive entry outside its folder: " + name);
        }
        return target;
    }

    /** Readable for all, because {@code nobody} runs them; executable for all where the owner may execute. */
    private static Set<PosixFilePermission> permissions(int mode) {
        EnumSet<PosixFilePermission> permissions = EnumSet.copyOf(PosixFilePermissions.fromString("rw-r--r--"));
        if ((mode & 0100) != 0) {
            permissions.addAll(PosixFilePermissions.fromString("--x--x--x"));
        }
        return permissions;
    }
}
