package org.shuqiao.search.alert;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shuqiao.contracts.listing.DemandEvent;
import org.shuqiao.contracts.listing.OfferEvent;
import org.shuqiao.contracts.profile.OrganizationEvent;
import org.shuqiao.messaging.EventConsumer;
import org.shuqiao.messaging.EventConsumers;
import org.shuqiao.messaging.Excerpt;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.saved.PostgresSavedSearches;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Learns what is to be matched, in a consumer group of its own: without PostgreSQL alerts wait, and the index does not. Of
 * an event no more is read than that. A malformed one is passed over, since indexing has made a dead letter of it.
 */
@Component
class KafkaListings {
    private final EventConsumer<Excerpt<Version>> organizations;
    private final EventConsumer<Excerpt<Told.News>> offers;
    private final EventConsumer<Excerpt<Told.News>> demands;
    private final PostgresListings listings;
    private final PostgresSavedSearches searches;
    private final TransactionalOperator transaction;

    /** What is read of an event of an organization. */
    record Version(UUID aggregateId, long version) {
        Version {
            Objects.requireNonNull(aggregateId, "aggregateId");
        }
    }

    KafkaListings(
            EventConsumers consumers,
            PostgresListings listings,
            PostgresSavedSearches searches,
            TransactionalOperator transaction,
            RaisingClock clock) {
        this.listings = listings;
        this.searches = searches;
        this.transaction = transaction;
        Mono<Void> due = Mono.fromRunnable(clock::soon);
        organizations = consumers.of(
                OrganizationEvent.class,
                Version.class,
                events -> listings.keepOrganizations(versions(events)).then(due));
        offers = consumers.of(
                OfferEvent.class, Told.News.class, events -> kept(events).then(due));
        demands = consumers.of(
                DemandEvent.class, Told.News.class, events -> kept(events).then(due));
    }

    @KafkaListener(
            id = "search-alert-organizations",
            groupId = "${shuqiao.messaging.group}-alert",
            topics = "${shuqiao.namespace:}profile.organization",
            batch = "true",
            autoStartup = "${shuqiao.search.listen:true}",
            containerFactory = "eventListeners")
    void onOrganizations(List<ConsumerRecord<String, byte[]>> records) {
        organizations.handleReadable(records);
    }

    @KafkaListener(
            id = "search-alert-offers",
            groupId = "${shuqiao.messaging.group}-alert",
            topics = "${shuqiao.namespace:}listing.offer",
            batch = "true",
            autoStartup = "${shuqiao.search.listen:true}",
            containerFactory = "eventListeners")
    void onOffers(List<ConsumerRecord<String, byte[]>> records) {
        offers.handleReadable(records);
    }

    @KafkaListener(
            id = "search-alert-demands",
            groupId = "${shuqiao.messaging.group}-alert",
            topics = "${shuqiao.namespace:}listing.demand",
            batch = "true",
            autoStartup = "${shuqiao.search.listen:true}",
            containerFactory = "eventListeners")
    void onDemands(List<ConsumerRecord<String, byte[]>> records) {
        demands.handleReadable(records);
    }

    private Mono<Void> kept(List<Excerpt<Told.News>> events) {
        List<Told> told = events.stream().map(Told::of).toList();
        Set<UUID> ended = new HashSet<>();
        told.stream().filter(one -> one.kind() == Kind.DEMANDS && one.ended()).forEach(one -> ended.add(one.id()));
        Mono<Void> kept =
                listings.keep(told).filter(ended::contains).collectList().flatMap(searches::demandsEnded);
        return transaction.transactional(kept);
    }

    private static Map<UUID, Long> versions(List<Excerpt<Version>> events) {
        Map<UUID, Long> versions = new HashMap<>();
        events.forEach(
                event -> versions.merge(event.data().aggregateId(), event.data().version(), Math::max));
        return versions;
    }
}
