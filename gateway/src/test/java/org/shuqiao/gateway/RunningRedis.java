package org.shuqiao.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/** A real Redis on a free port of the loopback that can be stopped and started again on the same port. */
public final class RunningRedis implements AutoCloseable {

    private static @Nullable RunningRedis shared;

    private final int port;
    private @Nullable RedisServer server;
    private long pid;

    private RunningRedis(int port) {
        this.port = port;
    }

    /** One for all tests that leave it alone; it ends with the JVM. */
    public static synchronized RunningRedis shared() {
        if (shared == null) {
            shared = start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    public static RunningRedis start() {
        RunningRedis redis = new RunningRedis(freePort());
        redis.resume();
        return redis;
    }

    public void resume() {
        try {
            server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .build();
            server.start();
            pid = processId();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return port;
    }

    /** Sends the process a signal, for example STOP or CONT. */
    public void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("kill -%s ended with %d".formatted(name, status));
        }
    }

    /** Ends the process. */
    @Override
    public void close() {
        try {
            if (server != null) {
                server.stop();
                server = null;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private long processId() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write("INFO server\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            String info = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return info.lines()
                    .filter(line -> line.startsWith("process_id:"))
                    .mapToLong(line -> Long.parseLong(line.substring("process_id:".length())))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
