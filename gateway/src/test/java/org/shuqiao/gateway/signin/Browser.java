package org.shuqiao.gateway.signin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shuqiao.gateway.RunningGateway;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser as far as the gateway sees one: it keeps cookies and everything it was told, and follows redirects by hand. */
public final class Browser {

    public static final String SESSION = "__Host-gateway-session";

    private final RunningGateway gateway;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();

    public Browser(RunningGateway gateway) {
        this.gateway = gateway;
    }

    /** The same browser at another gateway. */
    public Browser at(RunningGateway other) {
        Browser same = new Browser(other);
        same.cookies.putAll(cookies);
        return same;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** All header fields and bodies it has got. */
    public String told() {
        return String.join("\n", told);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(gateway.request(path), headers);
    }

    public HttpResponse<String> post(String path, String... headers) {
        return send(
                gateway.request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")),
                headers);
    }

    /** A POST as a page of this origin makes it. */
    public HttpResponse<String> change(String path) {
        return post(path, "X-CSRF-TOKEN", session().path("csrfToken").asString(), "Sec-Fetch-Site", "same-origin");
    }

    public HttpResponse<String> visit(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    /** To the provider and back, up to the callback, which has not been asked. */
    public URI callback(String signIn) {
        return URI.create(location(visit(URI.create(location(get(signIn))))));
    }

    public HttpResponse<String> signIn() {
        HttpResponse<String> back = visit(callback("/sign-in"));
        if (back.statusCode() != 303) {
            throw new AssertionError(back.statusCode() + " " + back.body());
        }
        return back;
    }

    public JsonNode session() {
        return JsonMapper.shared().readTree(get("/api/session").body());
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = gateway.send(request);
        told.add(answer.headers().map() + answer.body());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
