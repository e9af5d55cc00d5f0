package org.shuqiao.local.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.shuqiao.local.process.Leash;
import org.shuqiao.local.process.LeashedProcess;
import org.shuqiao.local.process.StartFailure;

/** Redis with its append-only file on, so that quotas survive a restart. */
final class RedisServer {

    private RedisServer() {}

    static LeashedProcess start(Settings settings, Programs programs, Leash leash)
            throws StartFailure, IOException, InterruptedException {
        Path program = programs.redis();
        Path folder = Files.createDirectories(settings.data().resolve("redis"));
        int port = settings.ports().redis();
        LeashedProcess process = leash.start(
                "redis",
                List.of(
                        program.toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        folder.toString(),
                        "--appendonly",
                        "yes",
                        "--daemonize",
                        "no"),
                Map.of(),
                Leash.Ending.TERM);
        try {
            process.awaitReady(Duration.ofSeconds(30), () -> answers(port));
            return process;
        } catch (StartFailure | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static boolean answers(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(5);
            return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
        }
    }
}
