package org.shuqiao.gateway;

import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The three kinds of requests that differ in quota, body cap and deadline. */
public enum Traffic {
    READ,
    WRITE,
    IMPORT;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> IMPORTS = Set.of("/api/offers/imports", "/api/demands/imports");

    /** Of the request as the client sent it; its path has been found plain before. */
    public static Traffic of(ServerHttpRequest request) {
        if (READING.contains(request.getMethod())) {
            return READ;
        }
        return HttpMethod.POST.equals(request.getMethod())
                        && IMPORTS.contains(request.getURI().getRawPath())
                ? IMPORT
                : WRITE;
    }

    /** The name of the quota policy on the wire. */
    public String policy() {
        return name().toLowerCase(Locale.ROOT) + "s";
    }
}
