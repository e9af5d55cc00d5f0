package org.shuqiao.search.vector;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** A model behind an endpoint: {@code POST /embeddings} as OpenAI defined it and many servers understand it. */
final class HttpEmbeddingModel implements EmbeddingModel {
    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;
    private static final Duration FIRST_DELAY = Duration.ofMillis(200);
    private static final int MOST_QUOTED = 200;

    private final WebClient client;
    private final String model;
    private final VectorSettings.Http settings;

    private record Asked(
            String model,
            List<String> input,
            @JsonProperty("encoding_format") String encodingFormat) {}

    private record Answered(@Nullable List<Item> data) {
        private record Item(int index, float @Nullable [] embedding) {}
    }

    HttpEmbeddingModel(String model, VectorSettings.Http settings) {
        String url = String.valueOf(settings.url());
        String key = settings.key();
        this.client = WebClient.builder()
                .baseUrl(url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .defaultHeaders(headers -> {
                    if (key != null) {
                        headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + key);
                    }
                })
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
        this.model = model;
        this.settings = settings;
    }

    @Override
    public EmbeddingResponse call(EmbeddingRequest request) {
        try {
            return answer(request.getInstructions()).toFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public float[] embed(Document document) {
        return embed(String.valueOf(document.getText()));
    }

    private Mono<EmbeddingResponse> answer(List<String> texts) {
        return Mono.defer(() -> client.post()
                        .uri("/embeddings")
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.APPLICATION_JSON)
                        .bodyValue(new Asked(model, texts, "float"))
                        .retrieve()
                        .bodyToMono(Answered.class))
                .timeout(settings.timeout())
                .retryWhen(Retry.backoff(settings.retries(), FIRST_DELAY)
                        .filter(HttpEmbeddingModel::mayPass)
                        .onRetryExhaustedThrow((retry, signal) -> signal.failure()))
                .map(HttpEmbeddingModel::response)
                .onErrorMap(WebClientResponseException.class, HttpEmbeddingModel::judged)
                .onErrorMap(error -> !(error instanceof RuntimeException), Exceptions::propagate);
    }

    /** Whether the same request may succeed later. */
    private static boolean mayPass(Throwable error) {
        return !(error instanceof WebClientResponseException e)
                || e.getStatusCode().is5xxServerError()
                || e.getStatusCode().isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)
                || e.getStatusCode().isSameCodeAs(HttpStatus.REQUEST_TIMEOUT);
    }

    private static RuntimeException judged(WebClientResponseException error) {
        boolean text = error.getStatusCode().isSameCodeAs(HttpStatus.BAD_REQUEST)
                || error.getStatusCode().isSameCodeAs(HttpStatus.CONTENT_TOO_LARGE)
                || error.getStatusCode().isSameCodeAs(HttpStatus.UNPROCESSABLE_CONTENT);
        String body = error.getResponseBodyAsString().strip();
        String quoted = body.substring(0, Math.min(MOST_QUOTED, body.length()));
        return text ? new RefusedText(error.getStatusCode().value() + " " + quoted) : error;
    }

    private static EmbeddingResponse response(Answered answered) {
        List<Embedding> embeddings = new ArrayList<>();
        Objects.requireNonNullElse(answered.data(), List.<Answered.Item>of()).stream()
                .sorted(Comparator.comparingInt(Answered.Item::index))
                .forEach(item -> embeddings.add(
                        new Embedding(Objects.requireNonNullElse(item.embedding(), new float[0]), item.index())));
        return new EmbeddingResponse(embeddings);
    }
}
