package org.shuqiao.web;

import java.net.ConnectException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.InvalidValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one funnel through which every error of the application becomes {@code application/problem+json} (RFC 9457),
 * whatever the caller accepts. What is neither the caller's fault nor an outage is a bug: logged with its stack trace and
 * answered with status 500 and the number under which it was logged, nothing else.
 */
final class ProblemHandler implements ErrorWebExceptionHandler, Ordered {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final int MAX_CAUSES = 20;

    private final JsonMapper json;
    private final List<ProblemSource> sources;
    private final ProblemTexts texts = new ProblemTexts();

    ProblemHandler(JsonMapper json, List<ProblemSource> sources) {
        this.json = json;
        this.sources = List.copyOf(sources);
    }

    /** Before the handlers of Spring (0) and of Boot (-1). */
    @Override
    public int getOrder() {
        return -2;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        return write(exchange, problemOf(exchange.getRequest(), error));
    }

    /** A body that is longer than {@code maxBytes}; {@code field} is where the limit was reached. */
    static Problem tooLarge(String field, long maxBytes) {
        return new Problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "The body is longer than " + maxBytes + " bytes.",
                        List.of(new FieldError(field, "a body of at most " + maxBytes + " bytes", null)))
                .arguments(Long.toString(maxBytes));
    }

    /** Something this service needs does not answer; the caller may try again after {@code delay}. */
    static Problem unavailable(Duration delay) {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "Something this service needs does not answer at the moment. Try again later.")
                .retryAfter(delay);
    }

    private Problem problemOf(ServerHttpRequest request, Throwable error) {
        return switch (error) {
            case Problem problem -> problem;
            case InvalidValue refusal -> JsonProblems.invalid(FieldError.of("", refusal));
            case MethodNotAllowedException e ->
                withHeaders(
                                e,
                                new Problem(
                                        HttpStatus.METHOD_NOT_ALLOWED,
                                        "method-not-allowed",
                                        "The method " + e.getHttpMethod() + " is not allowed here.",
                                        List.of(new FieldError(
                                                "method", "one of " + e.getSupportedMethods(), e.getHttpMethod()))))
                        .arguments(e.getHttpMethod());
            case NotAcceptableStatusException e ->
                new Problem(
                        HttpStatus.NOT_ACCEPTABLE,
                        "not-acceptable",
                        "None of the accepted media types can be given.",
                        List.of(new FieldError(
                                HttpHeaders.ACCEPT,
                                "one of " + e.getSupportedMediaTypes(),
                                request.getHeaders().getFirst(HttpHeaders.ACCEPT))));
            case UnsupportedMediaTypeStatusException e ->
                withHeaders(
                        e,
                        new Problem(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "unsupported-media-type",
                                "The body's media type is not one that is read here.",
                                List.of(new FieldError(
                                        HttpHeaders.CONTENT_TYPE,
                                        "one of " + e.getSupportedMediaTypes(),
                                        request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE)))));
            case ContentTooLargeException e -> tooLarge(e);
            case MissingRequestValueException e ->
                new Problem(
                                HttpStatus.BAD_REQUEST,
                                "missing-parameter",
                                "The " + e.getLabel() + " " + e.getName() + " is missing.",
                                List.of(new FieldError(e.getName(), "a " + e.getLabel(), null)))
                        .arguments(e.getName());
            case ServerWebInputException e -> badInput(e);
            case ErrorResponse e -> ofSpring(e);
            default -> outage(error).orElseGet(() -> brokenQuery(request).orElseGet(() -> bug(request, error)));
        };
    }

    private Problem badInput(ServerWebInputException error) {
        MethodParameter parameter = error.getMethodParameter();
        String name = parameter == null ? JsonProblems.BODY : nameOf(parameter);
        for (Throwable cause : causes(error)) {
            switch (cause) {
                case Problem problem -> {
                    return problem;
                }
                case InvalidValue refusal -> {
                    return JsonProblems.invalid(FieldError.of(name, refusal));
                }
                default -> {
                    // the next cause may say more
                }
            }
        }
        for (Throwable cause : causes(error)) {
            if (cause instanceof TypeMismatchException mismatch) {
                Class<?> type = mismatch.getRequiredType();
                String value = String.valueOf(mismatch.getValue());
                return JsonProblems.invalid(
                        new FieldError(name, JsonProblems.expected(type), JsonProblems.shorten(value)));
            }
            if (cause instanceof DecodingException) {
                return JsonProblems.malformed(
                        new FieldError(JsonProblems.BODY, "a body that can be read", cause.getMessage()));
            }
        }
        return JsonProblems.invalid(new FieldError(name, "a value", null));
    }

    private static String nameOf(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null && !query.name().isEmpty()) {
            return query.name();
        }
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        if (path != null && !path.name().isEmpty()) {
            return path.name();
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null && !header.name().isEmpty()) {
            return header.name();
        }
        String name = parameter.getParameterName();
        boolean named = query != null || path != null || header != null;
        return named && name != null ? name : JsonProblems.BODY;
    }

    private static Problem tooLarge(ContentTooLargeException error) {
        for (Throwable cause : causes(error)) {
            if (cause instanceof DataBufferLimitException limit && limit.getMessage() != null) {
                return new Problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "The body is too long.",
                        List.of(new FieldError(JsonProblems.BODY, "a shorter body", limit.getMessage())));
            }
        }
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body is too long.");
    }

    private Problem ofSpring(ErrorResponse error) {
        HttpStatus status = HttpStatus.resolve(error.getStatusCode().value());
        if (status == null || status.is5xxServerError() && status != HttpStatus.SERVICE_UNAVAILABLE) {
            return error instanceof Throwable t
                    ? bug(null, t)
                    : internal(Ids.next().toString());
        }
        String slug =
                switch (status) {
                    case NOT_FOUND -> "not-found";
                    case SERVICE_UNAVAILABLE -> "unavailable";
                    default -> status.name().toLowerCase(Locale.ROOT).replace('_', '-');
                };
        String detail = status == HttpStatus.NOT_FOUND ? "There is nothing at this address." : status.getReasonPhrase();
        return withHeaders(error, new Problem(status, slug, detail));
    }

    private Optional<Problem> outage(Throwable error) {
        for (ProblemSource source : sources) {
            Optional<Problem> problem = source.problemOf(error);
            if (problem.isPresent()) {
                log.warn("Answered {}: {}", problem.get().getMessage(), error.toString());
                return problem;
            }
        }
        for (Throwable cause : causes(error)) {
            boolean outage = cause instanceof TimeoutException
                    || cause instanceof ConnectException
                    || cause instanceof WebClientRequestException
                    || cause instanceof WebClientResponseException e
                            && (e.getStatusCode().is5xxServerError()
                                    || e.getStatusCode().value() == HttpStatus.TOO_MANY_REQUESTS.value());
            if (outage) {
                log.warn("Something this service needs does not answer: {}", cause.toString());
                return Optional.of(unavailable(Duration.ofSeconds(2)));
            }
        }
        return Optional.empty();
    }

    /** A query such as {@code ?q=%zz}, which fails only when the first parameter is read. */
    private static Optional<Problem> brokenQuery(ServerHttpRequest request) {
        try {
            var unused = request.getQueryParams();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new Problem(
                    HttpStatus.BAD_REQUEST,
                    "invalid-value",
                    "The query part of the address cannot be read.",
                    List.of(new FieldError("query", "percent-encoded UTF-8 (RFC 3986)", e.getMessage()))));
        }
    }

    private static Problem bug(@Nullable ServerHttpRequest request, Throwable error) {
        String incident = Ids.next().toString();
        String what = request == null ? "" : request.getMethod() + " " + request.getPath();
        log.error("Incident {}: {}", incident, what, error);
        return internal(incident);
    }

    private static Problem internal(String incident) {
        return new Problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Something went wrong here. It has been noted as incident " + incident + ".")
                .arguments(incident)
                .with("incident", incident);
    }

    private static Problem withHeaders(ErrorResponse error, Problem problem) {
        Problem complete = problem;
        for (Map.Entry<String, List<String>> header : error.getHeaders().headerSet()) {
            complete = complete.header(header.getKey(), String.join(", ", header.getValue()));
        }
        return complete;
    }

    private static List<Throwable> causes(Throwable error) {
        return java.util.stream.Stream.iterate(error, java.util.Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .toList();
    }

    private Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        Locale language = texts.language(acceptedLanguages(exchange.getRequest()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", texts.title(problem, language));
        body.put("status", problem.status().value());
        body.put("detail", texts.detail(problem, language));
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors());
        }
        problem.members().forEach(body::putIfAbsent);

        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.status());
        HttpHeaders headers = response.getHeaders();
        headers.clearContentHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(language);
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        problem.headers().forEach(headers::set);
        return response.writeWith(Mono.fromSupplier(() -> {
            DataBuffer buffer = response.bufferFactory().wrap(json.writeValueAsBytes(body));
            return buffer;
        }));
    }

    private static List<Locale.LanguageRange> acceptedLanguages(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAcceptLanguage();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
