package org.shuqiao.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.messaging.Outage;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.index.ElasticDocuments.Found;
import org.shuqiao.search.index.ElasticDocuments.Write;
import org.shuqiao.search.vector.DenseVector;
import org.shuqiao.search.vector.Vectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Brings the states of offers, demands and organizations into the index, in any order and any number of times: what is
 * newest stays. Each offer and demand carries a snapshot of its organization; RATIONALE.md shows why none stays stale.
 */
@Component
public class Indexing {
    /** More changes of one organization within one write than this, and something is wrong. */
    private static final int MAX_ROUNDS = 20;

    private static final int REWRITTEN_AT_ONCE = 500;

    private final ElasticDocuments elastic;
    private final KnownOrganizations organizations;
    private final ElasticIndices indices;
    private final Documents documents;
    private final Vectors vectors;
    private final LivingThesaurus thesaurus;

    Indexing(
            ElasticDocuments elastic,
            KnownOrganizations organizations,
            ElasticIndices indices,
            Documents documents,
            Vectors vectors,
            LivingThesaurus thesaurus) {
        this.elastic = elastic;
        this.organizations = organizations;
        this.indices = indices;
        this.documents = documents;
        this.vectors = vectors;
        this.thesaurus = thesaurus;
    }

    /** What became of an offer or a demand. */
    public sealed interface Change {
        UUID id();

        long version();

        /** Its whole state. */
        record State(ListingView view) implements Change {
            @Override
            public UUID id() {
                return view.id();
            }

            @Override
            public long version() {
                return view.version();
            }
        }

        /** It is not shown any more. */
        record Closed(UUID id, long version, ListingStatus status) implements Change {}
    }

    /**
     * Applies changes of offers or of demands; of several of one only the newest. An outage until it is known what was added
     * to the thesaurus: their concepts would not be recognised.
     */
    public Mono<Void> listings(Target target, Kind kind, Collection<? extends Change> changes) {
        if (!thesaurus.isComplete()) {
            return Mono.error(() -> new Outage("it is not known yet what was added to the thesaurus", null));
        }
        Map<UUID, Change> newest = new LinkedHashMap<>();
        changes.forEach(change -> newest.merge(change.id(), change, (a, b) -> a.version() >= b.version() ? a : b));
        return ElasticErrors.outages(written(target, kind, List.copyOf(newest.values()), MAX_ROUNDS));
    }

    /** Applies states of organizations and brings them into the offers and demands that carry a snapshot of them. */
    public Mono<Void> organizations(Target target, Collection<OrganizationView> views) {
        Map<UUID, OrganizationView> newest = new LinkedHashMap<>();
        views.forEach(view -> newest.merge(view.id(), view, (a, b) -> a.version() >= b.version() ? a : b));
        List<Write> writes = newest.values().stream()
                .map(view -> Write.organization(view.id().toString(), documents.organization(view)))
                .toList();
        Set<String> ids = new LinkedHashSet<>();
        newest.keySet().forEach(id -> ids.add(id.toString()));
        return ElasticErrors.outages(elastic.write(target, writes)
                .then(indices.refresh(target, Kind.OFFERS, Kind.DEMANDS))
                .then(rewriteAll(target, Kind.OFFERS, ids))
                .then(rewriteAll(target, Kind.DEMANDS, ids)));
    }

    /** Applies states of organizations to an index that has no offers and demands yet. */
    public Mono<Void> organizationsFirst(Target target, Collection<OrganizationView> views) {
        List<Write> writes = views.stream()
                .map(view -> Write.organization(view.id().toString(), documents.organization(view)))
                .toList();
        return ElasticErrors.outages(elastic.write(target, writes));
    }

    private Mono<Void> written(Target target, Kind kind, List<Change> changes, int rounds) {
        if (rounds == 0) {
            return Mono.error(new Outage("organizations change faster than they can be read", null));
        }
        Set<String> owners = owners(changes);
        return organizations
                .of(target, owners)
                .flatMap(known -> writes(kind, changes, known)
                        .flatMap(writes -> elastic.write(target, writes))
                        .then(elastic.versions(target, owners))
                        .flatMap(now -> {
                            List<Change> stale = changes.stream()
                                    .filter(change -> hasChanged(owner(change), known, now))
                                    .toList();
                            organizations.forget(target, owners(stale));
                            return stale.isEmpty() ? Mono.empty() : written(target, kind, stale, rounds - 1);
                        }));
    }

    /** The documents; telling the languages of many texts takes a while and blocks, so not on an event loop. */
    private Mono<List<Write>> writes(Kind kind, List<Change> changes, Map<String, OrganizationDocument> known) {
        return Mono.fromCallable(() -> changes.stream()
                        .map(change -> Write.listing(kind, change.id().toString(), document(change, known)))
                        .toList())
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(writes -> vectors.edition().isEmpty() ? Mono.just(writes) : withVectors(kind, writes));
    }

    private Mono<List<Write>> withVectors(Kind kind, List<Write> writes) {
        List<String> texts = writes.stream().map(Indexing::said).toList();
        return vectors.of(texts)
                .publishOn(Schedulers.boundedElastic())
                .map(found -> writes.stream()
                        .map(write -> {
                            DenseVector vector = found.get(said(write));
                            return vector != null && write.document() instanceof ListingDocument document
                                    ? write.with(documents.withVector(kind, document, vector))
                                    : write;
                        })
                        .toList());
    }

    private static String said(Write write) {
        return write.document() instanceof ListingDocument document ? Documents.said(document) : "";
    }

    /**
     * Gives vectors to what was indexed without, as far as the model makes some now.
     *
     * @return how many got one
     */
    public Mono<Long> fillVectors(Target target, Kind kind) {
        Mono<Long> filled = Mono.justOrEmpty(vectors.edition())
                .flatMapMany(edition -> elastic.without(target, kind, edition.path()))
                .buffer(REWRITTEN_AT_ONCE)
                .concatMap(found -> withVectorsNow(kind, found)
                        .flatMap(now -> rewritten(target, kind, now, MAX_ROUNDS).thenReturn((long) now.size())))
                .takeUntil(count -> vectors.trouble().isPresent())
                .reduce(0L, Long::sum);
        return ElasticErrors.outages(filled);
    }

    private Mono<List<Found>> withVectorsNow(Kind kind, List<Found> found) {
        List<String> texts =
                found.stream().map(one -> Documents.said(one.document())).toList();
        return vectors.of(texts).publishOn(Schedulers.boundedElastic()).map(now -> {
            List<Found> with = new ArrayList<>();
            for (Found one : found) {
                DenseVector vector = now.get(Documents.said(one.document()));
                if (vector != null) {
                    with.add(new Found(one.id(), documents.withVector(kind, one.document(), vector)));
                }
            }
            return with;
        });
    }

    private Mono<Void> rewriteAll(Target target, Kind kind, Set<String> organizations) {
        return elastic.of(target, kind, organizations)
                .buffer(REWRITTEN_AT_ONCE)
                .concatMap(found -> rewritten(target, kind, found, MAX_ROUNDS))
                .then();
    }

    private Mono<Void> rewritten(Target target, Kind kind, List<Found> found, int rounds) {
        if (rounds == 0) {
            return Mono.error(new Outage("organizations change faster than they can be read", null));
        }
        Set<String> owners = new LinkedHashSet<>();
        found.forEach(one -> owners.add(ownerOf(one)));
        return elastic.organizations(target, owners).flatMap(known -> {
            List<Write> writes = new ArrayList<>();
            for (Found one : found) {
                ListingDocument document = documents.withOrganization(kind, one.document(), known.get(ownerOf(one)));
                writes.add(Write.listing(kind, one.id(), document));
            }
            return elastic.write(target, writes)
                    .then(elastic.versions(target, owners))
                    .flatMap(now -> {
                        List<Found> stale = found.stream()
                                .filter(one -> hasChanged(ownerOf(one), known, now))
                                .toList();
                        return stale.isEmpty() ? Mono.empty() : rewritten(target, kind, stale, rounds - 1);
                    });
        });
    }

    private ListingDocument document(Change change, Map<String, OrganizationDocument> known) {
        return switch (change) {
            case Change.State(ListingView view) -> documents.listing(view, known.get(owner(view)));
            case Change.Closed(UUID id, long version, ListingStatus status) -> documents.closed(id, version, status);
        };
    }

    private static Set<String> owners(List<Change> changes) {
        Set<String> owners = new LinkedHashSet<>();
        for (Change change : changes) {
            String owner = owner(change);
            if (owner != null) {
                owners.add(owner);
            }
        }
        return owners;
    }

    private static @Nullable String owner(Change change) {
        return change instanceof Change.State(ListingView view) ? owner(view) : null;
    }

    private static String owner(ListingView view) {
        return switch (view) {
            case OfferView offer -> offer.providerId().toString();
            case DemandView demand -> demand.buyerId().toString();
        };
    }

    private static String ownerOf(Found found) {
        String organization = found.document().organization();
        return organization == null ? "" : organization;
    }

    private static boolean hasChanged(
            @Nullable String id, Map<String, OrganizationDocument> known, Map<String, Long> now) {
        OrganizationDocument before = id == null ? null : known.get(id);
        return id != null && (before == null ? 0 : before.version()) != now.getOrDefault(id, 0L);
    }
}
