package org.shuqiao.search.vector;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/**
 * A model from a file, run by ONNX Runtime in this process. It takes {@code input_ids} and, if it wants them, {@code
 * attention_mask} and {@code token_type_ids}; of its outputs {@code sentence_embedding}, else the first: a vector for each
 * text, or one for each token, which are pooled.
 */
final class OnnxEmbeddingModel implements EmbeddingModel, AutoCloseable {
    private static final Map<String, Function<Encoding, long[]>> INPUTS = Map.of(
            "input_ids", Encoding::getIds,
            "attention_mask", Encoding::getAttentionMask,
            "token_type_ids", Encoding::getTypeIds);
    private static final String OF_TEXT = "sentence_embedding";

    private final HuggingFaceTokenizer tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String output;
    private final VectorSettings.Pooling pooling;

    /** @throws UnusableModel when one of the files is missing, or is not what it should be */
    OnnxEmbeddingModel(VectorSettings.Onnx settings) {
        Path file = readable("file", settings.file());
        this.tokenizer = tokenizer(readable("tokenizer", settings.tokenizer()), settings.tokens());
        this.pooling = settings.pooling();
        try {
            this.environment = OrtEnvironment.getEnvironment("shuqiao");
            this.session = session(environment, file);
        } catch (OrtException | LinkageError e) {
            tokenizer.close();
            throw new UnusableModel("ONNX Runtime cannot load " + file + ": " + e.getMessage(), e);
        }
        Set<String> inputs = session.getInputNames();
        if (!INPUTS.keySet().containsAll(inputs) || session.getOutputNames().isEmpty()) {
            close();
            throw new UnusableModel("The model " + file + " wants " + inputs + ", not a text's tokens.", null);
        }
        Set<String> outputs = session.getOutputNames();
        this.output = outputs.contains(OF_TEXT) ? OF_TEXT : outputs.iterator().next();
    }

    @Override
    public EmbeddingResponse call(EmbeddingRequest request) {
        Encoding[] encodings = tokenizer.batchEncode(request.getInstructions());
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                inputs.put(name, OnnxTensor.createTensor(environment, matrix(encodings, INPUTS.get(name))));
            }
            try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
                return response(result.get(0), encodings);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the model cannot be run: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public float[] embed(Document document) {
        return embed(String.valueOf(document.getText()));
    }

    @Override
    public void close() {
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private EmbeddingResponse response(OnnxValue value, Encoding[] encodings) throws OrtException {
        List<Embedding> embeddings = new ArrayList<>();
        switch (value.getValue()) {
            case float[][] texts -> {
                for (int i = 0; i < texts.length; i++) {
                    embeddings.add(new Embedding(texts[i], i));
                }
            }
            case float[][][] tokens -> {
                for (int i = 0; i < tokens.length; i++) {
                    float[] pooled = pooling == VectorSettings.Pooling.FIRST
                            ? tokens[i][0]
                            : mean(tokens[i], encodings[i].getAttentionMask());
                    embeddings.add(new Embedding(pooled, i));
                }
            }
            default ->
                throw new UnusableModel("The model's output " + output + " is no vector for each text or token.", null);
        }
        return new EmbeddingResponse(embeddings);
    }

    private static float[] mean(float[][] tokens, long[] mask) {
        float[] mean = new float[tokens[0].length];
        for (int t = 0; t < tokens.length; t++) {
            if (mask[t] == 1) {
                for (int d = 0; d < mean.length; d++) {
                    mean[d] += tokens[t][d];
                }
            }
        }
        return mean; // only its direction counts
    }

    private static long[][] matrix(Encoding[] encodings, @Nullable Function<Encoding, long[]> of) {
        long[][] matrix = new long[encodings.length][];
        for (int i = 0; i < encodings.length; i++) {
            matrix[i] = of == null ? new long[0] : of.apply(encodings[i]);
        }
        return matrix;
    }

    /** One thread for each call: as many calls as are wanted run at the same time. */
    private static OrtSession session(OrtEnvironment environment, Path file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(file.toString(), options);
        }
    }

    private static HuggingFaceTokenizer tokenizer(Path file, int tokens) {
        // else it looks for a graphics card, and for a library for it on the net
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("ai.djl.offline", "true");
        try {
            return HuggingFaceTokenizer.builder()
                    .optTokenizerPath(file)
                    .optTruncation(true)
                    .optPadding(true)
                    .optMaxLength(tokens)
                    .build();
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new UnusableModel("The tokenizer " + file + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static Path readable(String setting, @Nullable Path file) {
        if (file == null || !Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UnusableModel("shuqiao.search.vectors.onnx." + setting + " names no file to read: " + file, null);
        }
        return file;
    }
}
