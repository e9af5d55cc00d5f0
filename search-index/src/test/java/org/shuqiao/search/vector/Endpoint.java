package org.shuqiao.search.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The other end of the wire to a model: answers the embeddings API over real HTTP, or fails as a test tells it. */
public final class Endpoint implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What was asked, in order. */
    public final List<JsonNode> asked = new CopyOnWriteArrayList<>();

    /** The bearer tokens that came. */
    public final List<String> keys = new CopyOnWriteArrayList<>();

    /** How many of the next requests are answered with {@link #status} instead. */
    public final AtomicInteger failing = new AtomicInteger();

    public volatile int status = 503;

    /** A text with this in it makes its whole request a bad one. */
    public volatile String bad = "\0";

    /** Whether requests are left without an answer. */
    public volatile boolean silent;

    private final Function<String, float[]> model;
    private final DisposableServer server;

    /** One that gives each text the vector that {@code model} does. */
    public Endpoint(Function<String, float[]> model) {
        this.model = model;
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post("/v1/embeddings", (request, response) -> {
                    keys.add(String.valueOf(request.requestHeaders().get("Authorization")));
                    return request.receive().aggregate().asString().flatMap(body -> {
                        JsonNode json = JSON.readTree(body);
                        asked.add(json);
                        if (silent) {
                            return Mono.never();
                        }
                        if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                            return response.status(status).send().then();
                        }
                        if (body.contains(bad)) {
                            return response.status(400)
                                    .sendString(Mono.just("{\"error\":\"too long\"}"))
                                    .then();
                        }
                        return response.header("Content-Type", "application/json")
                                .sendString(Mono.just(answer(json)))
                                .then();
                    });
                }))
                .bindNow();
    }

    public String url() {
        return "http://127.0.0.1:" + server.port() + "/v1";
    }

    /** The last first: the order is told by the index. */
    private String answer(JsonNode request) {
        List<ObjectNode> items = new ArrayList<>();
        for (JsonNode text : request.path("input")) {
            ObjectNode item = JSON.createObjectNode();
            item.put("object", "embedding").put("index", items.size());
            ArrayNode embedding = item.putArray("embedding");
            for (float value : model.apply(text.asString())) {
                embedding.add(value);
            }
            items.add(item);
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.put("object", "list").put("model", request.path("model").asString());
        ArrayNode data = answer.putArray("data");
        items.reversed().forEach(data::add);
        answer.putObject("usage").put("prompt_tokens", 1);
        return answer.toString();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
