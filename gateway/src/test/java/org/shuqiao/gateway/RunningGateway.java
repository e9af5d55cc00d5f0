package org.shuqiao.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole gateway on a free port, as {@code main} starts it, between three {@link Peer}s and a {@link RunningRedis}. */
public final class RunningGateway implements AutoCloseable {

    /** 32 bytes, for tests only. */
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    public final Peer profile;
    public final Peer listing;
    public final Peer search;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private RunningGateway(Peer profile, Peer listing, Peer search, ConfigurableApplicationContext context) {
        this.profile = profile;
        this.listing = listing;
        this.search = search;
        this.context = context;
    }

    /** With quotas that no test meets by accident; {@code settings} are {@code name=value}. */
    public static RunningGateway start(String... settings) {
        return start(RunningRedis.shared(), settings);
    }

    public static RunningGateway start(RunningRedis redis, String... settings) {
        Peer profile = Peer.start("profile");
        Peer listing = Peer.start("listing");
        Peer search = Peer.start("search");
        Stream<String> defaults = Stream.of(
                "server.port=0",
                "spring.data.redis.port=" + redis.port(),
                "shuqiao.namespace=" + System.nanoTime() + ".",
                "shuqiao.services.profile.url=" + profile.url(),
                "shuqiao.services.listing.url=" + listing.url(),
                "shuqiao.services.search.url=" + search.url(),
                "shuqiao.gateway.sessions.key=" + KEY,
                "shuqiao.gateway.quotas.reads=1000000",
                "shuqiao.gateway.quotas.writes=1000000",
                "shuqiao.gateway.quotas.imports=1000000");
        // A setting given twice would become a list.
        Map<String, String> arguments = new LinkedHashMap<>();
        Stream.concat(defaults, Arrays.stream(settings))
                .forEach(setting -> arguments.put(setting.substring(0, setting.indexOf('=')), "--" + setting));
        ConfigurableApplicationContext context =
                GatewayApplication.application().run(arguments.values().toArray(String[]::new));
        return new RunningGateway(profile, listing, search, context);
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Within 30 seconds, body included; a broken answer is an {@link UncheckedIOException}. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                    .get(30, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new UncheckedIOException(new IOException(failed.getCause()));
        } catch (TimeoutException late) {
            throw new AssertionError("no answer within 30 s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Sends bytes no HTTP client would send and reads until the gateway closes or, once it has begun, falls silent. */
    public String raw(String request) {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            StringBuilder answer = new StringBuilder();
            InputStream in = socket.getInputStream();
            byte[] part = new byte[8192];
            try {
                for (int read = in.read(part); read >= 0; read = in.read(part)) {
                    answer.append(new String(part, 0, read, StandardCharsets.UTF_8));
                    socket.setSoTimeout(1000);
                }
            } catch (java.net.SocketTimeoutException silent) {
                // kept alive
            }
            return answer.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends a part of a request and goes away shortly after. */
    public void abandon(String part) {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The status of a GET whose target is sent exactly as given. */
    public int rawStatus(String target) {
        String answer = raw("GET " + target + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
        return Integer.parseInt(answer.substring(9, 12));
    }

    public void forget() {
        profile.forget();
        listing.forget();
        search.forget();
    }

    @Override
    public void close() {
        context.close();
        profile.close();
        listing.close();
        search.close();
    }
}
