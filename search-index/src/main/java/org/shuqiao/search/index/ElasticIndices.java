package org.shuqiao.search.index;

import co.elastic.clients.elasticsearch._types.mapping.DenseVectorElementType;
import co.elastic.clients.elasticsearch._types.mapping.DenseVectorSimilarity;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.GetAliasRequest;
import co.elastic.clients.elasticsearch.indices.IndexSettings.Builder;
import co.elastic.clients.elasticsearch.indices.UpdateAliasesRequest;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shuqiao.messaging.Outage;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.vector.Vectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.elasticsearch.client.elc.ReactiveElasticsearchClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The indices and their aliases in Elasticsearch: one index per kind and rebuild, one alias per kind. The client sends a
 * request when it is asked for a {@code Mono}, not when that is subscribed to: hence {@code defer} around every call.
 */
@Component
public class ElasticIndices {
    private final ReactiveElasticsearchClient elastic;
    private final IndexSettings settings;
    private final Names names;
    private final LivingThesaurus thesaurus;
    private final Vectors vectors;
    private final Clock clock;

    ElasticIndices(
            ReactiveElasticsearchClient elastic,
            IndexSettings settings,
            Names names,
            LivingThesaurus thesaurus,
            Vectors vectors,
            Clock clock) {
        this.elastic = elastic;
        this.settings = settings;
        this.names = names;
        this.thesaurus = thesaurus;
        this.vectors = vectors;
        this.clock = clock;
    }

    /** Creates empty indices of every kind without aliases and gives their names. */
    public Mono<Target> createFresh() {
        Target fresh = names.fresh(clock);
        return Flux.fromArray(Kind.values())
                .concatMap(kind -> create(kind, fresh.name(kind)))
                .then(Mono.just(fresh));
    }

    /**
     * Lets the aliases of every kind point to {@code target} alone, in one step; gives the indices they left. Until {@link
     * #markWhole} the new ones count as still to be rebuilt.
     */
    public Mono<Set<String>> switchTo(Target target) {
        return aliased().flatMap(before -> {
            List<Action> actions = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                String alias = names.living().name(kind);
                before.getOrDefault(alias, Set.of())
                        .forEach(old -> actions.add(
                                Action.of(a -> a.remove(r -> r.index(old).alias(alias)))));
                actions.add(Action.of(a ->
                        a.add(add -> add.index(target.name(kind)).alias(alias).isWriteIndex(true))));
            }
            before.forEach((marker, indices) -> {
                if (marker.startsWith(names.anyWholeMarker())) {
                    indices.forEach(old -> actions.add(
                            Action.of(a -> a.remove(r -> r.index(old).alias(marker)))));
                }
            });
            Set<String> left = new TreeSet<>();
            before.values().forEach(left::addAll);
            Arrays.stream(Kind.values()).map(target::name).forEach(left::remove);
            return Mono.defer(() -> elastic.indices().updateAliases(UpdateAliasesRequest.of(u -> u.actions(actions))))
                    .timeout(settings.readTimeout())
                    .thenReturn(left);
        });
    }

    /** What says of indices that they hold everything there is, made with the thesaurus and the vectors of now. */
    public String wholeMarker() {
        String marker = names.wholeMarker(thesaurus.thesaurus().fingerprint());
        return vectors.edition().map(edition -> marker + '-' + edition.name()).orElse(marker);
    }

    /** Says of {@code target} what {@code marker} says. */
    public Mono<Void> markWhole(Target target, String marker) {
        return Mono.defer(() ->
                        elastic.indices().putAlias(p -> p.index(target.offers()).name(marker)))
                .timeout(settings.readTimeout())
                .then();
    }

    /** Whether every kind has its alias. */
    public Mono<Boolean> complete() {
        return aliased()
                .map(aliases -> Arrays.stream(Kind.values())
                        .allMatch(kind -> aliases.containsKey(names.living().name(kind))));
    }

    /** Whether the living indices were once built from everything there is, with the thesaurus and the vectors of now. */
    public Mono<Boolean> whole() {
        return aliased().map(aliases -> aliases.containsKey(wholeMarker()));
    }

    /** The indices of this installation that no alias points to: what an interrupted rebuild left. */
    public Mono<Set<String>> leftovers() {
        return all().map(indices -> {
            Set<String> left = new TreeSet<>();
            indices.forEach((index, aliases) -> {
                if (aliases.isEmpty()) {
                    left.add(index);
                }
            });
            return left;
        });
    }

    public Mono<Void> delete(Set<String> indices) {
        if (indices.isEmpty()) {
            return Mono.empty();
        }
        return Mono.defer(() -> elastic.indices()
                        .delete(d -> d.index(List.copyOf(indices)).ignoreUnavailable(true)))
                .timeout(settings.readTimeout())
                .then();
    }

    public Mono<Void> refresh(Target target, Kind... kinds) {
        List<String> indices = Arrays.stream(kinds).map(target::name).toList();
        return Mono.defer(() -> elastic.indices().refresh(r -> r.index(indices)))
                .timeout(settings.writeTimeout())
                .flatMap(done -> done.shards() != null && done.shards().failed().intValue() > 0
                        ? Mono.error(new Outage("refresh failed on a shard of " + indices, null))
                        : Mono.empty());
    }

    /** Alias to the indices behind it. */
    private Mono<Map<String, Set<String>>> aliased() {
        return all().map(indices -> {
            Map<String, Set<String>> aliases = new TreeMap<>();
            indices.forEach((index, of) -> of.forEach(alias ->
                    aliases.computeIfAbsent(alias, a -> new TreeSet<>()).add(index)));
            return aliases;
        });
    }

    /** Every index of this installation to its aliases. */
    private Mono<Map<String, Set<String>>> all() {
        List<String> patterns = Arrays.stream(Kind.values()).map(names::pattern).toList();
        return Mono.defer(() -> elastic.indices()
                        .getAlias(GetAliasRequest.of(g -> g.index(patterns).allowNoIndices(true))))
                .timeout(settings.readTimeout())
                .map(response -> {
                    Map<String, Set<String>> indices = new TreeMap<>();
                    response.aliases()
                            .forEach((index, of) ->
                                    indices.put(index, of.aliases().keySet()));
                    return indices;
                });
    }

    private Mono<Void> create(Kind kind, String name) {
        return Mono.fromCallable(() -> mapping(kind, name))
                .flatMap(request -> elastic.indices().create(request))
                .timeout(settings.writeTimeout())
                .then();
    }

    private CreateIndexRequest mapping(Kind kind, String name) {
        try (InputStream file = new ClassPathResource("indices/" + kind.mapping() + ".json").getInputStream()) {
            CreateIndexRequest request =
                    CreateIndexRequest.of(c -> c.index(name).withJson(file));
            var index = request.settings() == null
                    ? new Builder()
                    : request.settings().rebuild();
            return fit(kind, request)
                    .settings(index.numberOfReplicas(String.valueOf(settings.replicas()))
                            .numberOfShards(String.valueOf(settings.shards()))
                            .build())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a field for the vectors, where there are some. Bytes are a quarter of what floats take, and as good. */
    private CreateIndexRequest.Builder fit(Kind kind, CreateIndexRequest request) {
        CreateIndexRequest.Builder builder = request.rebuild();
        TypeMapping mappings = request.mappings();
        return kind == Kind.ORGANIZATIONS || mappings == null
                ? builder
                : vectors.edition()
                        .map(edition -> builder.mappings(mappings.rebuild()
                                .properties(Vectors.Edition.FIELD, vector(edition))
                                .build()))
                        .orElse(builder);
    }

    private static Property vector(Vectors.Edition edition) {
        return Property.of(p -> p.object(o -> o.properties(
                edition.name(),
                field -> field.denseVector(v -> v.dims(edition.dimensions())
                        .elementType(DenseVectorElementType.Byte)
                        .index(true)
                        .similarity(DenseVectorSimilarity.Cosine)))));
    }
}
