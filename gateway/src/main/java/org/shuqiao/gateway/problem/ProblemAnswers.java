package org.shuqiao.gateway.problem;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_HEADER_NAMES;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.gateway.GatewaySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Writes every failure as a problem, whatever the client accepts: an error page in HTML would help no caller. */
@Component
@Order(-2) // before the error page of Spring Boot
class ProblemAnswers implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    private final ProblemTexts texts;
    private final GatewaySettings settings;

    ProblemAnswers(ProblemTexts texts, GatewaySettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            // Too late for an answer: the error ends the connection, so that the client sees a broken body, not a short
            // one. The access log has no line for it.
            log.warn(
                    "An answer broke off, trace {}: {}",
                    response.getHeaders().getFirst("X-Request-Id"),
                    failure.getClass().getName());
            return Mono.error(failure);
        }
        Refused refused = refusal(exchange, failure);
        String traceId = response.getHeaders().getFirst("X-Request-Id");
        if (refused.kind() == ProblemKind.INTERNAL_ERROR) {
            log.error("{} failed, trace {}", exchange.getRequest().getMethod(), traceId, Bare.of(failure));
        }

        Locale language = ProblemTexts.language(exchange.getRequest().getHeaders());
        String instance = traceId == null ? null : "urn:shuqiao:trace:" + traceId;
        byte[] body = texts.json(refused.kind(), refused.arguments(), instance, language);

        Set<String> ofUpstream = exchange.getAttributeOrDefault(CLIENT_RESPONSE_HEADER_NAMES, Set.<String>of());
        HttpHeaders headers = response.getHeaders();
        ofUpstream.forEach(headers::remove);
        refused.headers().forEach(headers::set);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(language);
        headers.setContentLength(body.length);
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setStatusCode(HttpStatusCode.valueOf(refused.kind().status()));
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return response.setComplete();
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private Refused refusal(ServerWebExchange exchange, Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused;
        }
        if (failure instanceof ErrorResponse response) {
            return ofStatus(response.getStatusCode().value());
        }
        boolean brokeOff = failure instanceof IOException || failure instanceof AbortedException;
        if (brokeOff && exchange.getAttribute(GATEWAY_ROUTE_ATTR) != null) {
            return Refused.with(ProblemKind.SERVICE_BROKE_OFF, service(exchange));
        }
        return Refused.with(ProblemKind.INTERNAL_ERROR);
    }

    private Refused ofStatus(int status) {
        return switch (status) {
            case 404 -> Refused.with(ProblemKind.NOT_FOUND);
            case 405 -> Refused.with(ProblemKind.METHOD_NOT_ALLOWED);
            case 413 ->
                Refused.with(
                        ProblemKind.CONTENT_TOO_LARGE, settings.bodies().json().toBytes());
            default -> Refused.with(status < 500 ? ProblemKind.MALFORMED_REQUEST : ProblemKind.INTERNAL_ERROR);
        };
    }

    /**
     * Types and stack frames of a failure without any message: Reactor writes the address with its query into the
     * suppressed ones, and parsers quote what they were given.
     */
    private static final class Bare extends Exception {

        private Bare(Throwable failure, @Nullable Throwable cause) {
            super(failure.getClass().getName(), cause);
            setStackTrace(failure.getStackTrace());
        }

        static Bare of(Throwable failure) {
            Throwable cause = failure.getCause();
            return new Bare(failure, cause == null || cause == failure ? null : of(cause));
        }
    }

    private static String service(ServerWebExchange exchange) {
        @Nullable Route route = exchange.getAttribute(GATEWAY_ROUTE_ATTR);
        return route == null ? "gateway" : String.valueOf(route.getMetadata().get("service"));
    }
}
