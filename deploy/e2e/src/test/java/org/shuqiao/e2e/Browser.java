package org.shuqiao.e2e;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without script: it follows redirects, sends back the hidden fields of forms, and keeps cookies by host, which
 * all ports of a host share (RFC 6265 section 8.5).
 */
final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 10;

    private final Map<String, Map<String, String>> jar = new LinkedHashMap<>();
    private URI at;

    /** @param start where it is, before it goes anywhere */
    Browser(URI start) {
        this.at = start;
    }

    /** The page it ended at. */
    URI at() {
        return at;
    }

    /** Goes to an address, which may be relative to where it is, and wherever that leads. */
    Answer visit(String address) {
        URI target = at.resolve(address);
        return follow(target, send(HttpRequest.newBuilder(target).header("Accept", "text/html")));
    }

    /** Fills in the form of the page it is at and sends it. */
    Answer submit(Answer page, Map<String, String> fields) {
        Matcher csrf = CSRF.matcher(page.text());
        if (!csrf.find()) {
            throw new AssertionError("no form in " + page);
        }
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf.group(1));
        String form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + Door.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        URI target = at.resolve(at.getPath());
        return follow(
                target,
                send(HttpRequest.newBuilder(target)
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))));
    }

    /** What a script of a page would ask, with the cookies of its host and without leaving the page. */
    Answer fetch(HttpRequest.Builder request) {
        return send(request);
    }

    Map<String, String> cookies(String host) {
        return jar.getOrDefault(host, Map.of());
    }

    private Answer follow(URI target, Answer first) {
        URI now = target;
        Answer answer = first;
        for (int i = 0; answer.status() / 100 == 3; i++) {
            if (i == MOST_REDIRECTS) {
                throw new AssertionError("redirected without end: " + answer);
            }
            now = now.resolve(answer.header("Location"));
            answer = send(HttpRequest.newBuilder(now).header("Accept", "text/html"));
        }
        at = now;
        return answer;
    }

    private Answer send(HttpRequest.Builder request) {
        String host = request.build().uri().getHost();
        Map<String, String> cookies = jar.computeIfAbsent(host, one -> new LinkedHashMap<>());
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        Answer answer = new Door(request.build().uri()).send(request);
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }
}
