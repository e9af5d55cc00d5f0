package org.shuqiao.search.match;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A version of the ranking: how much each feature counts for each side. The numbers are data; only their proportions
 * within a side matter.
 *
 * @param version changes whenever a rule or a number does; one line of 1 to {@value #VERSION} characters
 * @param buyer weights by feature, in the order of the policy; not negative, at least one above 0
 * @param provider the same for the other side
 */
public record Ranking(String version, Map<String, Double> buyer, Map<String, Double> provider) {
    private static final int VERSION = 60;

    /** Where the weights are that count unless another file is named. */
    static final String BUILT_IN = "classpath:ranking-v5.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @throws IllegalArgumentException when it could not rank */
    public Ranking(
            @Nullable String version,
            @Nullable Map<String, @Nullable Double> buyer,
            @Nullable Map<String, @Nullable Double> provider) {
        if (version == null
                || version.isBlank()
                || version.length() > VERSION
                || version.lines().count() > 1) {
            throw new IllegalArgumentException("version: expected a line of 1 to " + VERSION + " characters");
        }
        this.version = version;
        this.buyer = weights("buyer", buyer);
        this.provider = weights("provider", provider);
    }

    /** The version that is built in. */
    static Ranking builtIn() {
        return at(BUILT_IN);
    }

    /**
     * The version kept at a place.
     *
     * @param location a file, or {@code classpath:} and a name
     * @throws IllegalArgumentException when there is none, or it could not rank; the message names the place and the fault
     */
    public static Ranking at(String location) {
        String url = location.startsWith("classpath:") || location.startsWith("file:") ? location : "file:" + location;
        Resource resource = new DefaultResourceLoader(Ranking.class.getClassLoader()).getResource(url);
        try (InputStream file = resource.getInputStream()) {
            return JSON.readValue(file, Ranking.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("No ranking can be read at " + location + ": " + e.getMessage(), e);
        } catch (DatabindException e) {
            String fault = e.getCause() instanceof IllegalArgumentException refused
                    ? refused.getMessage()
                    : e.getOriginalMessage();
            throw new IllegalArgumentException("The ranking at " + location + " is not valid: " + fault, e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "The ranking at " + location + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The same with no weight for any other feature than these. */
    public Ranking only(String name, Set<String> features) {
        return new Ranking(name, kept(buyer, features), kept(provider, features));
    }

    /** As it is kept in a file. */
    public String toJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }

    /** Whether a feature counts for a side. */
    boolean counts(Rule rule) {
        return buyer.getOrDefault(rule.feature(), 0.0) > 0 || provider.getOrDefault(rule.feature(), 0.0) > 0;
    }

    private static Map<String, Double> kept(Map<String, Double> weights, Set<String> features) {
        Map<String, Double> kept = new LinkedHashMap<>(weights);
        kept.keySet().retainAll(features);
        return kept;
    }

    private static Map<String, Double> weights(String side, @Nullable Map<String, @Nullable Double> given) {
        if (given == null) {
            throw new IllegalArgumentException(side + ": expected weights by feature");
        }
        List<String> features = new ArrayList<>();
        MatchPolicy.RULES.forEach(rule -> features.add(rule.feature()));
        Set<String> unknown = new TreeSet<>(given.keySet());
        features.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(side + ": no rule finds " + String.join(", ", unknown) + "; expected "
                    + String.join(", ", features));
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        double sum = 0;
        for (String feature : features) {
            if (given.containsKey(feature)) {
                Double weight = given.get(feature);
                if (weight == null || !Double.isFinite(weight) || weight < 0) {
                    throw new IllegalArgumentException(
                            side + "." + feature + ": expected a weight of 0 or more, not " + weight);
                }
                weights.put(feature, weight);
                sum += weight;
            }
        }
        if (sum <= 0) {
            throw new IllegalArgumentException(side + ": expected at least one weight above 0");
        }
        return Collections.unmodifiableMap(weights);
    }
}
