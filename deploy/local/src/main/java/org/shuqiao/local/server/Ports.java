package org.shuqiao.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** TCP ports on loopback, 1–65535. */
public record Ports(
        int elasticsearch, int elasticsearchTransport, int kafka, int kafkaController, int postgres, int redis) {

    /** The ports of a local run: 19200, 19300, 19092, 19093, 15432, 16379, each plus {@code offset}. */
    public static Ports standard(int offset) {
        return new Ports(
                19200 + offset, 19300 + offset, 19092 + offset, 19093 + offset, 15432 + offset, 16379 + offset);
    }

    /** Six ports that nobody listens on at the moment. */
    public static Ports free() {
        List<ServerSocket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports = open.stream().map(ServerSocket::getLocalPort).toList();
            return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5));
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        } finally {
            for (ServerSocket socket : open) {
                close(socket);
            }
        }
    }

    /** True when something listens on {@code port} of loopback. */
    public static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isClosed();
        } catch (IOException e) {
            return true;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
