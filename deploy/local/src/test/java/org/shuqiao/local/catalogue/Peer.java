package org.shuqiao.local.catalogue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The other side of the wire: an HTTP server whose answers a test writes, and that remembers what it was asked. */
final class Peer implements AutoCloseable {

    /** Short enough for tests, with the same proportions as the usual ones. */
    static final Limits QUICK = new Limits(
            8,
            Duration.ofSeconds(5),
            Duration.ofMillis(600),
            Duration.ofSeconds(3),
            Duration.ofMillis(10),
            Duration.ofMillis(100),
            Duration.ofMillis(50),
            Duration.ofMillis(500));

    interface Answer {
        void to(HttpExchange exchange, byte[] body) throws IOException;
    }

    record Asked(String method, String path, String key, String ifMatch, String contentType, String body) {}

    final List<Asked> asked = new ArrayList<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    Peer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers requests whose {@code METHOD path?query} begins so; the rule given last wins. */
    Peer on(String start, Answer answer) {
        answers.put(start, answer);
        return this;
    }

    Peer on(String start, int status, String body) {
        return on(start, (exchange, got) -> reply(exchange, status, body));
    }

    List<Asked> asked(String start) {
        synchronized (asked) {
            return asked.stream()
                    .filter(one -> (one.method() + " " + one.path()).startsWith(start))
                    .toList();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        Answer answer = answers.entrySet().stream()
                .filter(rule -> line.startsWith(rule.getKey()))
                .map(Map.Entry::getValue)
                .reduce((first, second) -> second)
                .orElse((other, body) -> reply(other, 404, "{}"));
        byte[] body = exchange.getRequestBody().readAllBytes();
        synchronized (asked) {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    header(exchange, "Idempotency-Key"),
                    header(exchange, "If-Match"),
                    header(exchange, "Content-Type"),
                    new String(body, StandardCharsets.UTF_8)));
        }
        answer.to(exchange, body);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
