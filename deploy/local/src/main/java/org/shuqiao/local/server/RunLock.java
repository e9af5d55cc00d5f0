package org.shuqiao.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.shuqiao.local.process.StartFailure;

/** One run per data folder; the operating system gives the lock back when its holder dies. */
public final class RunLock implements AutoCloseable {

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** For a whole run, taken before anything in the folder is touched, even by {@code --fresh}. */
    public static RunLock ofRun(Path data) throws StartFailure {
        return take(data, data.resolveSibling(data.getFileName() + ".lock"));
    }

    /** For the servers of a folder. */
    static RunLock ofServers(Path data) throws StartFailure {
        return take(data, data.resolve("lock"));
    }

    private static RunLock take(Path data, Path file) throws StartFailure {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailure("another run uses the data folder " + data + ": end it first");
            }
            return new RunLock(channel);
        } catch (IOException e) {
            throw new StartFailure("the data folder " + data + " cannot be locked: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
