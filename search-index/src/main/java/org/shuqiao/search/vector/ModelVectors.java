package org.shuqiao.search.vector;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Vectors by an embedding model, which blocks: on threads of its own, as many as batches may be at the same time. A model
 * that fails is left alone for a while, so that nobody waits for it meanwhile.
 */
final class ModelVectors implements Vectors, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ModelVectors.class);
    private static final int MOST_WAITING = 100_000;
    private static final String PROBE = "service";

    private final EmbeddingModel model;
    private final VectorSettings settings;
    private final Edition edition;
    private final Clock clock;
    private final Scheduler threads;
    private volatile @Nullable Trouble trouble;

    /** What is wrong with the model, and until when it is left alone. */
    private record Trouble(String reason, Instant until) {}

    ModelVectors(EmbeddingModel model, VectorSettings settings, Clock clock) {
        this.model = model;
        this.settings = settings;
        this.edition = settings.edition();
        this.clock = clock;
        this.threads = Schedulers.newBoundedElastic(settings.parallel(), MOST_WAITING, "vectors");
    }

    /**
     * Asks the model once.
     *
     * @throws UnusableModel when it answers, but not with vectors as configured; one that does not answer may come later
     */
    void probe() {
        try {
            embedded(List.of(PROBE));
        } catch (UnusableModel e) {
            destroy();
            throw e;
        } catch (RefusedText e) {
            destroy();
            throw new UnusableModel("The model " + settings.model() + " refuses texts: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    @Override
    public Optional<Edition> edition() {
        return Optional.of(edition);
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble).map(Trouble::reason);
    }

    @Override
    public Mono<Map<String, DenseVector>> of(Collection<String> texts) {
        return Flux.fromIterable(texts)
                .filter(text -> !text.isBlank())
                .distinct()
                .buffer(settings.batch())
                .flatMap(batch -> Mono.fromCallable(() -> vectors(batch)).subscribeOn(threads), settings.parallel())
                .collect(HashMap::new, Map::putAll);
    }

    private Map<String, DenseVector> vectors(List<String> texts) {
        Trouble current = trouble;
        if (current != null && clock.instant().isBefore(current.until())) {
            return Map.of();
        }
        try {
            return answered(texts);
        } catch (RuntimeException e) {
            failed(e);
            return Map.of();
        }
    }

    /** A refused text is left out; where all of several are refused, it is not for what they say. */
    private Map<String, DenseVector> answered(List<String> texts) {
        Map<String, DenseVector> vectors;
        try {
            vectors = embedded(texts);
        } catch (RefusedText together) {
            vectors = new HashMap<>();
            for (String text : texts) {
                try {
                    vectors.putAll(embedded(List.of(text)));
                } catch (RefusedText alone) {
                    LOG.debug("A text of {} characters gets no vector: {}", text.length(), alone.getMessage());
                }
            }
            if (vectors.isEmpty() && texts.size() > 1) {
                throw together;
            }
        }
        if (trouble != null) {
            trouble = null;
            LOG.info("The model {} answers", settings.model());
        }
        return vectors;
    }

    private Map<String, DenseVector> embedded(List<String> texts) {
        List<float[]> answer = model.embed(texts.stream().map(this::input).toList());
        if (answer.size() != texts.size()) {
            throw new UnusableModel(
                    "The model " + settings.model() + " answers " + texts.size() + " texts with " + answer.size()
                            + " vectors.",
                    null);
        }
        Map<String, DenseVector> vectors = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            float[] values = answer.get(i);
            if (values.length != settings.dimensions()) {
                throw new UnusableModel(
                        "shuqiao.search.vectors.dimensions is " + settings.dimensions()
                                + ", but the vectors of the model " + settings.model() + " have " + values.length + ".",
                        null);
            }
            try {
                vectors.put(texts.get(i), DenseVector.of(values, settings.unrelated()));
            } catch (IllegalArgumentException e) {
                LOG.debug(
                        "A text of {} characters gets no vector: {}",
                        texts.get(i).length(),
                        e.getMessage());
            }
        }
        return vectors;
    }

    private String input(String text) {
        int end = Math.min(text.length(), settings.characters());
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return settings.prefix() + text.substring(0, end);
    }

    private void failed(RuntimeException error) {
        if (trouble == null) {
            LOG.warn("No vectors from the model {} now: {}", settings.model(), error.toString());
        }
        trouble =
                new Trouble(String.valueOf(error.getMessage()), clock.instant().plus(settings.pause()));
    }

    @Override
    public void destroy() {
        threads.dispose();
        if (model instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.debug("The model {} could not be closed", settings.model(), e);
            }
        }
    }
}
