package org.shuqiao.search;

import java.util.List;
import java.util.UUID;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.IndexGeneration;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Names;
import org.springframework.context.ApplicationContext;
import org.springframework.context.Lifecycle;

/** A market for one test: it begins with empty indices. What is put into it is found after {@link #refresh}. */
public final class Market implements AutoCloseable {
    private final Indexing indexing;
    private final ElasticIndices indices;
    private final Names names;
    private final IndexGeneration generation;
    private final FreshIndices fresh;

    public Market(ApplicationContext context) {
        indexing = context.getBean(Indexing.class);
        indices = context.getBean(ElasticIndices.class);
        names = context.getBean(Names.class);
        generation = context.getBean(IndexGeneration.class);
        fresh = new FreshIndices(indices, context.getBean("indexGuard", Lifecycle.class));
        generation.next().block();
    }

    public void put(DemandView demand) {
        put(Kind.DEMANDS, new Change.State(demand));
    }

    public void put(OfferView offer) {
        put(Kind.OFFERS, new Change.State(offer));
    }

    public void put(Kind kind, Change change) {
        indexing.listings(names.living(), kind, List.of(change)).block();
    }

    public void put(OrganizationView organization) {
        indexing.organizations(names.living(), List.of(organization)).block();
    }

    /** Puts an offer of a provider that nothing is known of; answers its id. */
    public UUID offer(String language, String title, String summary, String more) {
        return offer(UUID.randomUUID(), language, title, summary, more);
    }

    /** Puts an offer of {@code provider}; answers its id. */
    public UUID offer(UUID provider, String language, String title, String summary, String more) {
        UUID id = UUID.randomUUID();
        put(Fixtures.offer(id, provider, 1, language, title, summary, more));
        return id;
    }

    /** Lets what was put in be found, and lists be made anew. */
    public void refresh() {
        refreshQuietly();
        generation.next().block();
    }

    /** Lets what was put in be found; lists that were made before stay. */
    public void refreshQuietly() {
        indices.refresh(names.living(), Kind.OFFERS, Kind.DEMANDS).block();
    }

    @Override
    public void close() {
        fresh.close();
    }
}
