package org.shuqiao.search.index;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.json.JsonData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.messaging.Outage;
import org.springframework.data.elasticsearch.client.elc.ReactiveElasticsearchClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Documents in Elasticsearch, each under the version of its aggregate. An older write than what is there changes
 * nothing and is no failure.
 */
@Component
class ElasticDocuments {
    private static final int MOST_RECENT = 10_000;
    private static final String UNKNOWN_FIELD = "strict_dynamic_mapping_exception";

    private final ReactiveElasticsearchClient elastic;
    private final IndexSettings settings;

    ElasticDocuments(ReactiveElasticsearchClient elastic, IndexSettings settings) {
        this.elastic = elastic;
        this.settings = settings;
    }

    /**
     * One document to write.
     */
    record Write(Kind kind, String id, long version, Object document, int size) {
        static Write listing(Kind kind, String id, ListingDocument document) {
            List<String> any = document.any();
            int letters =
                    any == null ? 0 : any.stream().mapToInt(String::length).sum();
            return new Write(kind, id, document.version(), document, 2_000 + 6 * letters);
        }

        /** The same with another state of an offer or demand. */
        Write with(ListingDocument other) {
            return new Write(kind, id, version, other, size);
        }

        static Write organization(String id, OrganizationDocument document) {
            return new Write(Kind.ORGANIZATIONS, id, document.version(), document, 2_000);
        }
    }

    /** A document found. */
    record Found(String id, ListingDocument document) {}

    /**
     * Writes all, a few megabytes at a time.
     *
     * @return an error naming the first document Elasticsearch refuses, or an {@link Outage} if it cannot write now
     */
    Mono<Void> write(Target target, List<Write> writes) {
        long limit = settings.bulkSize().toBytes();
        return Flux.fromIterable(parts(writes, limit))
                .concatMap(part -> bulk(target, part))
                .then();
    }

    /** The organizations that are known, by id, as of this instant and not as of the last refresh. */
    Mono<Map<String, OrganizationDocument>> organizations(Target target, Collection<String> ids) {
        return got(target, Kind.ORGANIZATIONS, ids, OrganizationDocument.class);
    }

    /** The versions of the organizations that are known, by id, as of this instant; their sources are not unpacked for it. */
    Mono<Map<String, Long>> versions(Target target, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        return Mono.defer(() -> elastic.mget(
                        m -> m.index(target.name(Kind.ORGANIZATIONS))
                                .ids(List.copyOf(ids))
                                .realtime(true)
                                .source(s -> s.fetch(false)),
                        Void.class))
                .timeout(settings.readTimeout())
                .map(response -> {
                    Map<String, Long> versions = new HashMap<>();
                    response.docs().forEach(item -> {
                        Long version = found(item).version();
                        if (version != null) {
                            versions.put(item.result().id(), version);
                        }
                    });
                    return versions;
                });
    }

    /** The offers or demands that are there, by id, as of this instant. */
    Mono<Map<UUID, ListingDocument>> listings(Target target, Kind kind, Collection<UUID> ids) {
        List<String> names = ids.stream().map(UUID::toString).toList();
        return got(target, kind, names, ListingDocument.class).map(found -> {
            Map<UUID, ListingDocument> byId = new HashMap<>();
            found.forEach((id, document) -> byId.put(UUID.fromString(id), document));
            return byId;
        });
    }

    private <T> Mono<Map<String, T>> got(Target target, Kind kind, Collection<String> ids, Class<T> as) {
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        return Mono.defer(() -> elastic.mget(
                        m -> m.index(target.name(kind)).ids(List.copyOf(ids)).realtime(true), as))
                .timeout(settings.readTimeout())
                .map(response -> {
                    Map<String, T> found = new HashMap<>();
                    response.docs().forEach(item -> {
                        T document = found(item).source();
                        if (document != null) {
                            found.put(item.result().id(), document);
                        }
                    });
                    return found;
                });
    }

    /** How the offers or demands stand that a search finds, by id; their sources are not unpacked for it. */
    Mono<Map<UUID, ListingState>> states(Target target, Kind kind, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        List<String> names = ids.stream().map(UUID::toString).toList();
        return Mono.defer(() -> elastic.search(
                        s -> {
                            s.index(target.name(kind))
                                    .size(names.size())
                                    .trackTotalHits(t -> t.enabled(false))
                                    .source(f -> f.fetch(false))
                                    .query(q -> q.ids(i -> i.values(names)));
                            ListingState.FIELDS.forEach(field -> s.docvalueFields(d -> d.field(field)));
                            return s;
                        },
                        Void.class))
                .timeout(settings.readTimeout())
                .map(response -> {
                    Map<UUID, ListingState> found = new HashMap<>();
                    response.hits()
                            .hits()
                            .forEach(hit -> found.put(UUID.fromString(String.valueOf(hit.id())), state(hit.fields())));
                    return found;
                });
    }

    private static ListingState state(Map<String, JsonData> fields) {
        String validFrom = value(fields, "validFrom");
        String expiresAt = value(fields, "expiresAt");
        return new ListingState(
                Long.parseLong(Objects.requireNonNull(value(fields, "version"))),
                ListingStatus.valueOf(Objects.requireNonNull(value(fields, "status"))),
                validFrom == null ? null : Instant.parse(validFrom),
                expiresAt == null ? null : Instant.parse(expiresAt));
    }

    private static @Nullable String value(Map<String, JsonData> fields, String field) {
        JsonData values = fields.get(field);
        return values == null ? null : String.valueOf(values.to(Object[].class)[0]);
    }

    /** The ids of the offers or demands published since, newest first, at most {@value #MOST_RECENT}, as of the last refresh. */
    Mono<List<UUID>> publishedSince(Target target, Kind kind, Instant instant) {
        return Mono.defer(() -> elastic.search(
                        s -> s.index(target.name(kind))
                                .size(MOST_RECENT)
                                .trackTotalHits(t -> t.enabled(false))
                                .source(f -> f.fetch(false))
                                .query(q -> q.bool(b -> b.filter(f ->
                                                f.term(t -> t.field("status").value("published")))
                                        .filter(f -> f.range(r -> r.untyped(
                                                u -> u.field("publishedAt").gte(JsonData.of(instant.toString())))))))
                                .sort(o -> o.field(f -> f.field("publishedAt").order(SortOrder.Desc))),
                        Void.class))
                .timeout(settings.readTimeout())
                .map(response -> response.hits().hits().stream()
                        .map(hit -> UUID.fromString(String.valueOf(hit.id())))
                        .toList());
    }

    /** The published offers or demands of organizations, as of the last refresh. */
    Flux<Found> of(Target target, Kind kind, Collection<String> organizations) {
        List<FieldValue> values = organizations.stream().map(FieldValue::of).toList();
        return all(
                target, kind, Query.of(q -> q.terms(t -> t.field("organization").terms(v -> v.value(values)))));
    }

    /** The published offers or demands without {@code field}, as of the last refresh. */
    Flux<Found> without(Target target, Kind kind, String field) {
        return all(
                target,
                kind,
                Query.of(q ->
                        q.bool(b -> b.filter(f -> f.term(t -> t.field("status").value("published")))
                                .mustNot(n -> n.exists(e -> e.field(field))))));
    }

    private Flux<Found> all(Target target, Kind kind, Query query) {
        return page(target, kind, query, null)
                .expand(page -> page.size() < settings.page()
                        ? Mono.empty()
                        : page(target, kind, query, page.getLast().document().tie()))
                .concatMapIterable(page -> page);
    }

    private Mono<List<Found>> page(Target target, Kind kind, Query query, @Nullable Long afterTie) {
        return Mono.defer(() -> elastic.search(
                        s -> {
                            s.index(target.name(kind))
                                    .size(settings.page())
                                    .trackTotalHits(t -> t.enabled(false))
                                    .query(q -> q.bool(b -> b.filter(query)))
                                    .sort(o -> o.field(f -> f.field("tie").order(SortOrder.Asc)));
                            return afterTie == null ? s : s.searchAfter(afterTie);
                        },
                        ListingDocument.class))
                .timeout(settings.readTimeout())
                .map(response -> {
                    List<Found> found = new ArrayList<>();
                    response.hits().hits().forEach(hit -> {
                        ListingDocument document = hit.source();
                        String id = hit.id();
                        if (document != null && id != null) {
                            found.add(new Found(id, document));
                        }
                    });
                    return found;
                });
    }

    private static <T> GetResult<T> found(MultiGetResponseItem<T> item) {
        if (item.isFailure()) {
            throw new Outage(
                    "cannot read " + item.failure().id() + ": "
                            + item.failure().error().reason(),
                    null);
        }
        return item.result();
    }

    private Mono<Void> bulk(Target target, List<Write> writes) {
        List<BulkOperation> operations =
                writes.stream().map(write -> operation(target, write)).toList();
        return Mono.defer(() -> elastic.bulk(b -> b.operations(operations).requireAlias(target.aliases())))
                .timeout(settings.writeTimeout())
                .flatMap(response -> response.errors() ? judged(response.items()) : Mono.empty());
    }

    /** An offer or demand also replaces itself: with another state of its organization, which has no part in its version. */
    private static BulkOperation operation(Target target, Write write) {
        return BulkOperation.of(o -> o.index(i -> i.index(target.name(write.kind()))
                .id(write.id())
                .version(write.version())
                .versionType(write.kind() == Kind.ORGANIZATIONS ? VersionType.External : VersionType.ExternalGte)
                .document(write.document())));
    }

    /**
     * 409: something newer is there, as it should be. 400: the document is to blame, unless the index is of an older
     * mapping and about to be rebuilt. All else: Elasticsearch is.
     */
    private static Mono<Void> judged(List<BulkResponseItem> items) {
        for (BulkResponseItem item : items) {
            ErrorCause error = item.error();
            if (error != null && item.status() != 409 && (item.status() != 400 || UNKNOWN_FIELD.equals(error.type()))) {
                return Mono.error(new Outage("Elasticsearch cannot write: " + error.reason(), null));
            }
        }
        for (BulkResponseItem item : items) {
            ErrorCause error = item.error();
            if (error != null && item.status() == 400) {
                return Mono.error(new IllegalArgumentException(
                        "Elasticsearch refuses document " + item.id() + ": " + error.reason()));
            }
        }
        return Mono.empty();
    }

    private static List<List<Write>> parts(List<Write> writes, long limit) {
        List<List<Write>> parts = new ArrayList<>();
        List<Write> part = new ArrayList<>();
        long size = 0;
        for (Write write : writes) {
            if (!part.isEmpty() && size + write.size() > limit) {
                parts.add(part);
                part = new ArrayList<>();
                size = 0;
            }
            part.add(write);
            size += write.size();
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }
}
