package org.shuqiao.search.vector;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether texts get vectors, and by which model. All but {@code kind} matters only when it is not {@code none}.
 *
 * @param model which one it is; another name is another model, for which everything is indexed anew
 * @param dimensions of the model's vectors, 1 to 4096
 * @param prefix put before each text, as some models ask for
 * @param unrelated the cosine that texts about different things have by this model, 0 to 0.99
 * @param characters most of a text that the model is given
 * @param batch texts given to the model at a time
 * @param parallel batches at the same time
 * @param pause how long a model that failed is left alone
 * @param fill how often what was indexed without a vector is looked for
 */
@ConfigurationProperties("shuqiao.search.vectors")
public record VectorSettings(
        @DefaultValue("none") Kind kind,
        @DefaultValue("") String model,
        @DefaultValue("0") int dimensions,
        @DefaultValue("") String prefix,
        @DefaultValue("0") double unrelated,
        @DefaultValue("2000") int characters,
        @DefaultValue("16") int batch,
        @DefaultValue("2") int parallel,
        @DefaultValue("10s") Duration pause,
        @DefaultValue("30s") Duration fill,
        @DefaultValue Onnx onnx,
        @DefaultValue Http http) {
    private static final int MOST_DIMENSIONS = 4096;
    private static final double MOST_UNRELATED = 0.99;
    private static final int NAME_BYTES = 4;

    public enum Kind {
        NONE,
        ONNX,
        HTTP
    }

    public VectorSettings {
        if (kind != Kind.NONE) {
            if (model.isBlank()) {
                throw new IllegalArgumentException("shuqiao.search.vectors.model: expected the name of the model");
            }
            between("dimensions", 1, MOST_DIMENSIONS, dimensions);
            between("unrelated", 0, MOST_UNRELATED, unrelated);
            between("characters", 1, Integer.MAX_VALUE, characters);
            between("batch", 1, Integer.MAX_VALUE, batch);
            between("parallel", 1, Integer.MAX_VALUE, parallel);
        }
        if (kind == Kind.ONNX && (onnx.file() == null || onnx.tokenizer() == null)) {
            throw new IllegalArgumentException(
                    "shuqiao.search.vectors.onnx: expected file and tokenizer, the paths of both files");
        }
        if (kind == Kind.HTTP && (http.url() == null || http.url().getHost() == null)) {
            throw new IllegalArgumentException(
                    "shuqiao.search.vectors.http.url: expected like http://host/v1, not " + http.url());
        }
    }

    /** How the vectors of tokens become one of the text. */
    public enum Pooling {
        /** their mean */
        MEAN,
        /** that of the first token */
        FIRST
    }

    /**
     * A model in a file.
     *
     * @param file the model, in ONNX
     * @param tokenizer its {@code tokenizer.json}
     * @param tokens most that the model reads of a text
     */
    public record Onnx(
            @Nullable Path file,
            @Nullable Path tokenizer,
            @DefaultValue("512") int tokens,
            @DefaultValue("mean") Pooling pooling) {}

    /**
     * A model behind an endpoint that speaks the embeddings API of OpenAI.
     *
     * @param url what {@code /embeddings} is appended to
     * @param key sent as a bearer token, if there is one
     * @param timeout how long the endpoint may take for one batch
     * @param retries how often a batch is tried again
     */
    public record Http(
            @Nullable URI url,
            @Nullable String key,
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("2") int retries) {
        /** Without the key. */
        @Override
        public String toString() {
            return "Http[url=" + url + ", timeout=" + timeout + ", retries=" + retries + "]";
        }
    }

    Vectors.Edition edition() {
        List<Object> all = List.of(model, dimensions, prefix, unrelated, characters, onnx.tokens(), onnx.pooling());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", all.stream().map(String::valueOf).toList())
                            .getBytes(StandardCharsets.UTF_8));
            return new Vectors.Edition(HexFormat.of().formatHex(hash, 0, NAME_BYTES), dimensions);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void between(String name, double least, double most, double value) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("shuqiao.search.vectors." + name + ": expected " + number(least) + " to "
                    + number(most) + ", not " + number(value));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
