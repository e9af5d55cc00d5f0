package org.shuqiao.gateway.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.logging.AccessLog;
import reactor.netty.http.server.logging.AccessLogArgProvider;

/**
 * One line per answer, those made below Spring included:
 * {@code method=GET path=/api/offers status=200 ms=12 bytes=5301 trace=4bf92f…}. No query, no client address, no header
 * of the client: nothing of a person. A path is plain or it was not found, and is cut at 200 characters.
 */
@Component
class NettyAccessLog implements NettyServerCustomizer {

    @Override
    public HttpServer apply(HttpServer server) {
        return server.accessLog(true, NettyAccessLog::line);
    }

    private static AccessLog line(AccessLogArgProvider answer) {
        return AccessLog.create(
                "method={} path={} status={} ms={} bytes={} trace={}",
                answer.method(),
                path(answer.uri()),
                answer.status(),
                answer.duration(),
                answer.contentLength(),
                answer.responseHeader("X-Request-Id"));
    }

    private static String path(@Nullable CharSequence uri) {
        if (uri == null) {
            return "-";
        }
        String path = uri.toString();
        int query = path.indexOf('?');
        path = query < 0 ? path : path.substring(0, query);
        return path.length() > 200 ? path.substring(0, 200) + "…" : path;
    }
}
