package org.shuqiao.gateway;

import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/**
 * A service as the gateway meets it: a real HTTP server on the loopback that keeps what it was asked and answers as it
 * is told. Unless told otherwise it answers 200 with its name, the method and the path.
 */
public final class Peer implements AutoCloseable {

    /** One request as it arrived. */
    public record Asked(String method, String uri, HttpHeaders headers) {}

    /** Answers one request. */
    public interface Answer {
        Publisher<Void> to(HttpServerRequest request, HttpServerResponse response);
    }

    /** Own threads, as a service has its own process: on shared ones it would close connections in mid-event. */
    private static final LoopResources THREADS = LoopResources.create("peer", 2, true);

    private final String name;
    private final DisposableServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Answer answer;

    private Peer(String name, int port) {
        this.name = name;
        this.answer = this::echo;
        this.server = HttpServer.create()
                .runOn(THREADS)
                .host("127.0.0.1")
                .port(port)
                .handle((request, response) -> {
                    asked.add(new Asked(
                            request.method().name(),
                            request.uri(),
                            request.requestHeaders().copy()));
                    return answer.to(request, response);
                })
                .bindNow(Duration.ofSeconds(10));
    }

    public static Peer start(String name) {
        return new Peer(name, 0);
    }

    public static Peer start(String name, int port) {
        return new Peer(name, port);
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public int port() {
        return server.port();
    }

    public List<Asked> asked() {
        return asked;
    }

    public Asked lastAsked() {
        return asked.getLast();
    }

    public void answers(Answer answer) {
        this.answer = answer;
    }

    /** Back to the beginning. */
    public void forget() {
        answer = this::echo;
        asked.clear();
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(5));
    }

    private Publisher<Void> echo(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asByteArray()
                .map(body -> body.length)
                .defaultIfEmpty(0)
                .flatMap(bytes -> response.header("Content-Type", "text/plain")
                        .sendString(Mono.just(name + " " + request.method().name() + " " + request.uri() + " " + bytes))
                        .then());
    }
}
