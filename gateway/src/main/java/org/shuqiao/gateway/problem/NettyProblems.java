package org.shuqiao.gateway.problem;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Gives a body to the refusals that are made below Spring, where a request is so broken that it never becomes one: a
 * request line that is too long (414), header fields that are too long (431), a line that is no HTTP or no URI (400).
 * Every answer made above carries {@code X-Content-Type-Options}; one without it came from below.
 */
@Component
class NettyProblems implements NettyServerCustomizer {

    private final ProblemTexts texts;

    NettyProblems(ProblemTexts texts) {
        this.texts = texts;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "shuqiao.problems", new Filling(texts)));
    }

    private static final class Filling extends ChannelDuplexHandler {

        private final ProblemTexts texts;

        Filling(ProblemTexts texts) {
            this.texts = texts;
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            ProblemKind kind = message instanceof FullHttpResponse response ? refusal(response) : null;
            if (kind == null) {
                super.write(context, message, promise);
                return;
            }
            ((FullHttpResponse) message).release();
            byte[] body = texts.json(kind, List.of(), null, Locale.ENGLISH);
            FullHttpResponse answer = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    io.netty.handler.codec.http.HttpResponseStatus.valueOf(kind.status()),
                    Unpooled.wrappedBuffer(body));
            answer.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                    .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                    .set(HttpHeaderNames.CONTENT_LANGUAGE, "en")
                    .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                    .set(HttpHeaderNames.CONNECTION, "close")
                    .set("X-Content-Type-Options", "nosniff")
                    .set("Referrer-Policy", "no-referrer")
                    .set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            super.write(context, answer, promise.unvoid().addListener(ChannelFutureListener.CLOSE));
        }

        private static @Nullable ProblemKind refusal(FullHttpResponse response) {
            if (response.headers().contains("X-Content-Type-Options")) {
                return null;
            }
            return switch (response.status().code()) {
                case 400 -> ProblemKind.MALFORMED_REQUEST;
                case 413 -> ProblemKind.CONTENT_TOO_LARGE;
                case 414 -> ProblemKind.URI_TOO_LONG;
                case 431 -> ProblemKind.HEADERS_TOO_LARGE;
                default -> null;
            };
        }
    }
}
